import { suggest } from '../../base/index.js';
import { CHANGEABLE, SCENARIO_KEYS } from '../../model/index.js';
import type { Lang } from '../options.js';
import { show } from '../options.js';
import type { Written } from './values.js';
import { wrong } from './values.js';

/** A setting of the scenario, by its path in the file: `slots.headroom`. */
export interface SettingTarget {
  readonly kind: 'setting';
  readonly path: readonly string[];
  readonly write: (amount: string) => string | readonly string[];
}

const asIs = (amount: string): string => amount;
const perMonth = (amount: string): string => (/^[\d.]+$/.test(amount) ? `${amount} per month` : amount);

/** The short names of settings that are often asked about; any other is written by its path. */
const SHORT: Readonly<Record<string, Omit<SettingTarget, 'kind'>>> = {
  headroom: { path: ['slots', 'headroom'], write: asIs },
  weight: { path: ['discipline', 'weighted'], write: perMonth },
  'pass-limit': { path: ['pass-limit'], write: asIs },
  mode: { path: ['placement', 'mode'], write: asIs },
  choice: { path: ['placement', 'choice'], write: asIs },
  'slot-priority': { path: ['slot-priority'], write: (amount) => amount.split('>').map((part) => part.trim()) },
  'applies-to': { path: ['applications', 'applies-to'], write: asIs },
  'own-first': { path: ['applications', 'own-first'], write: asIs },
  mobile: { path: ['applications', 'mobile'], write: asIs },
};

/** What makes a scenario another one, or decides what is compared, is no setting. */
const FIXED: readonly string[] = ['extends', 'name', 'title', 'about', 'assumptions', 'time', 'seed', 'replications', 'files', 'regions', 'blocks', 'changes', 'compare'];

/** Reads a setting by its short name or its path. */
export function readSetting(target: string, flag: string, lang: Lang): SettingTarget {
  const text = target.trim().normalize('NFC');
  const short = Object.hasOwn(SHORT, text) ? SHORT[text] : undefined;
  if (short) return { kind: 'setting', ...short };
  const path = text.split('.');
  const open = SCENARIO_KEYS.filter((key) => !FIXED.includes(key));
  if (path.length > 1 && open.includes(path[0]!) && !path.includes('')) return { kind: 'setting', path, write: asIs };
  if (FIXED.includes(path[0]!)) throw wrong(flag, { sv: `${show(path[0]!)} kan inte varieras: det avgör vad som jämförs`, en: `${show(path[0]!)} cannot be varied: it decides what is compared` }, lang);
  const near = suggest(text.split('/')[0]!, [...Object.keys(CHANGEABLE), ...Object.keys(SHORT)]) ?? suggest(path[0]!, open.map((key) => `${key}.…`));
  const kinds = { sv: `det finns celler (${Object.keys(CHANGEABLE).join(', ')}), inställningar (${Object.keys(SHORT).join(', ')}) och sökvägar i filen, t.ex. streams.new-programme.seeks`, en: `there are cells (${Object.keys(CHANGEABLE).join(', ')}), settings (${Object.keys(SHORT).join(', ')}) and paths of the file, e.g. streams.new-programme.seeks` };
  throw wrong(flag, { sv: `${show(text)} går inte att variera; ${near === undefined ? kinds.sv : `menade du ${near}?`}`, en: `${show(text)} cannot be varied; ${near === undefined ? kinds.en : `did you mean ${near}?`}` }, lang);
}

/** Only a number can be added to or multiplied by, and only where it stands among the cells. */
export function refuseVerb({ verb, text }: Written, flag: string, lang: Lang): void {
  if (verb !== 'set') throw wrong(flag, { sv: `en inställning sätts: skriv värdet utan ${show(text[0]!)}`, en: `a setting is set: write the value without ${show(text[0]!)}` }, lang);
}
