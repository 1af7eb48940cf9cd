import { suggest } from '../../base/index.js';
import { RESPONSES } from '../../analysis/index.js';
import type { Asked, AxisLabels } from '../../analysis/index.js';
import { Failure } from '../failure.js';
import { show, textsOf } from '../options.js';
import type { Lang } from '../options.js';

const USUAL = ['starts', 'queue', 'wait', 'vacant'];

/** Reads what is asked for at every point: `--measure queue/AT/Skåne@2030`, every pathway and the whole where none is named; the usual ones when there is no flag, and the wait between blocks where some point is placed step by step. */
export function readMeasures(given: unknown, labels: AxisLabels, lang: Lang, isByStep = false): readonly Asked[] {
  const flags = textsOf(given);
  const asked = (flags.length === 0 ? [...USUAL, ...(isByStep ? ['between'] : [])] : flags).flatMap((flag) => readMeasure(flag, labels, lang));
  const names = asked.map((one) => JSON.stringify(one));
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0) throw refuse(flags.at(-1) ?? '', { sv: 'samma mått står två gånger', en: 'the same measure is given twice' }, lang);
  return asked;
}

function readMeasure(flag: string, labels: AxisLabels, lang: Lang): readonly Asked[] {
  const [name = '', year, ...more] = flag.normalize('NFC').split('@');
  const [response = '', ...places] = name.split('/').map((part) => part.trim());
  const ids = RESPONSES.map(({ id }) => id);
  if (!ids.includes(response)) throw refuse(flag, missing(response, ids, 'mått', 'measure'), lang);
  const years = labels.year.map(({ id }) => id);
  if (more.length > 0 || (year !== undefined && !years.includes(year))) throw refuse(flag, { sv: `${show(year ?? '')} är inget av rapportens år, ${years[0]!}–${years.at(-1)!}`, en: `${show(year ?? '')} is none of the report's years, ${years[0]!}–${years.at(-1)!}` }, lang);
  const at = places.map((place) => {
    const pathway = labels.pathway.findIndex(({ id }) => id === place);
    const area = labels.area.findIndex(({ id }) => id === place);
    if (pathway < 0 && area < 0) throw refuse(flag, missing(place, [...labels.pathway, ...labels.area].map(({ id }) => id), 'form, område eller region', 'pathway, area or region'), lang);
    return pathway >= 0 ? { pathway } : { area };
  });
  const [pathways, areas] = [at.flatMap(({ pathway }) => pathway ?? []), at.flatMap(({ area }) => area ?? [])];
  if (pathways.length > 1 || areas.length > 1) throw refuse(flag, { sv: 'högst en form och ett område; ge flaggan en gång till för ett annat', en: 'at most one pathway and one area; give the flag once more for another' }, lang);
  const of = pathways.length === 1 ? pathways : labels.pathway.map((_, p) => p);
  return of.map((pathway) => ({ response, pathway, area: areas[0] ?? 0, year: year === undefined ? null : Number(year) }));
}

function missing(name: string, valid: readonly string[], sv: string, en: string): { readonly sv: string; readonly en: string } {
  const near = suggest(name, valid);
  const shown = valid.length <= 8 ? valid.join(', ') : `${valid.slice(0, 8).join(', ')} … (${valid.length})`;
  return { sv: `inget (${sv}) heter ${show(name)}; ${near === undefined ? `det finns ${shown}` : `menade du ${near}?`}`, en: `nothing (${en}) is called ${show(name)}; ${near === undefined ? `there are ${shown}` : `did you mean ${near}?`}` };
}

const refuse = (flag: string, why: { readonly sv: string; readonly en: string }, lang: Lang): Failure => new Failure(2, `--measure ${show(flag)}: ${why[lang]}`);
