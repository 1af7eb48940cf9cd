import { OUTCOMES } from '../analysis/index.js';
import { suggest } from '../base/index.js';
import { Failure } from './failure.js';
import { show, textOf } from './options.js';
import type { Lang } from './options.js';

/** The outcome that `--measure` names, of those of which more or less is better; the usual one where it names none. */
export function readOutcome(flag: unknown, usual: string, lang: Lang): string {
  const text = textOf(flag) ?? usual;
  const ids = OUTCOMES.filter(({ better }) => better !== 'neither').map(({ id }) => id);
  if (ids.includes(text)) return text;
  const near = suggest(text, ids);
  const hint = near === undefined ? '' : lang === 'sv' ? `; menade du ${near}?` : `; did you mean ${near}?`;
  throw new Failure(2, lang === 'sv' ? `--measure: inget mått heter ${show(text)}; det finns ${ids.join(', ')}${hint}` : `--measure: no measure is called ${show(text)}; there are ${ids.join(', ')}${hint}`);
}
