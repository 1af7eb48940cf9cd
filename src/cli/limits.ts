import { suggest } from '../base/index.js';
import { LIMITS } from '../input/index.js';
import type { Limits } from '../input/index.js';
import { Failure } from './failure.js';
import type { Lang, Option } from './options.js';
import { readPair, refuseTwice, show, textsOf } from './options.js';

/** The limits by the names that `--limit` and the messages call them by: `scenario-bytes` for `scenarioBytes`. */
export const LIMIT_NAMES: Readonly<Record<string, keyof Limits>> = Object.fromEntries(
  Object.keys(LIMITS).map((key) => [key.replaceAll(/[A-Z]/g, (mark) => `-${mark.toLowerCase()}`), key as keyof Limits]),
);

/** The option that raises or lowers a limit, for every command that reads a scenario. */
export const LIMIT: Option = {
  kind: 'values',
  sv: `annan gräns för det som läses, t.ex. nesting=100; det finns ${Object.keys(LIMIT_NAMES).join(', ')}`,
  en: `another limit to what is read, e.g. nesting=100; there are ${Object.keys(LIMIT_NAMES).join(', ')}`,
};

const EXAMPLE = 'nesting=100';

/** The limits that hold: the usual ones, but for those given. */
export function readLimits(flag: unknown, lang: Lang): Limits {
  const given = textsOf(flag).map((text) => readPair('limit', text, EXAMPLE, Number.MAX_SAFE_INTEGER, lang));
  refuseTwice('limit', given.map(({ name }) => name), lang);
  return { ...LIMITS, ...Object.fromEntries(given.map(({ name, number }) => [keyOf(name, lang), number])) };
}

function keyOf(name: string, lang: Lang): keyof Limits {
  const key = Object.hasOwn(LIMIT_NAMES, name) ? LIMIT_NAMES[name] : undefined;
  if (key) return key;
  const names = Object.keys(LIMIT_NAMES);
  const near = suggest(name, names);
  const hint = near === undefined ? '' : lang === 'sv' ? `; menade du ${near}?` : `; did you mean ${near}?`;
  throw new Failure(2, lang === 'sv' ? `--limit: ingen gräns heter ${show(name)}; det finns ${names.join(', ')}${hint}` : `--limit: no limit is called ${show(name)}; there are ${names.join(', ')}${hint}`);
}
