import type { Axis, BreakEven, Figure, Findings, Summary } from '../../src/analysis/index.js';

/** A small nation, believable in shape and invented in every number: four regions in two areas, 2026–2033. */
const REGION_NAMES = ['Norrbotten', 'Gotland', 'Skåne', 'Stockholm'];
const AREA_OF = [0, 1, 1, 1];
const AREAS = ['Norra', 'Södra'];
const FROM = 12 * 2026;
const TO = 12 * 2033 + 11;
const YEARS = Array.from({ length: 8 }, (_, i) => 2026 + i);

type Place = Readonly<Record<string, number>>;
interface Shape {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly unit: readonly [string, string];
  readonly over: readonly Axis[];
  readonly value: (at: Place, year: number) => number | null;
}

const same = (id: string) => ({ id, sv: id, en: id });
const labelled = (id: string, sv: string, en: string) => ({ id, sv, en });

/** Findings with every figure there is; the names of the regions may be given, to try odd ones. */
export function smallFindings(names: readonly string[] = REGION_NAMES): Findings {
  const labels = labelsOf(names);
  const figures = Object.fromEntries(SHAPES.map((shape) => [shape.id, figureOf(shape, labels)]));
  return {
    format: 1,
    scenario: {
      name: 'litet-land',
      title: { sv: 'Ett litet land', en: 'A small country' },
      question: { sv: 'Var tar platserna slut?', en: 'Where do the slots run out?' },
      limits: { sv: 'Påhittade siffror för prov.', en: 'Invented numbers for a trial.' },
    },
    provenance: { version: '0.1.0', seed: 2027, replications: 20, fingerprint: '0123456789abcdef0123456789abcdef', scenarioHash: 'ab'.repeat(32) },
    axes: {
      title: labelled('litet-land', 'Ett litet land', 'A small country'),
      regions: names.map((id, i) => ({ ...same(id), area: AREA_OF[i] ?? 1 })),
      areas: AREAS.map(same),
      streams: [...labels.stream],
      pathways: [...labels.pathway],
      variants: [same('at-18'), same('bt')],
      blocks: [...labels.block],
      from: FROM - 96,
      reportFrom: FROM,
      to: TO,
      stepsPerMonth: 2,
    },
    labels,
    figures,
    otherMode: {
      mode: 'itinerary',
      other: 'step',
      figures: Object.fromEntries(SHAPES.filter(({ id }) => ['happens', 'queue', 'wait-queue', 'lost'].includes(id)).map((shape) => [shape.id, figureOf(more(shape), labels)])),
      jams: [{ cause: 2, mode: 'itinerary', months: 314 }],
    },
    breakEven: breakEvens(names),
    baseYear: 2025,
    backTests: [{ figure: 'survey-wait', pathway: 'AT', from: 2019, to: 2023, meanError: 0.8 }],
    published: [10.3, 10.2, 10.6, 11.27, 11.14, 11.15, 11.09].map((value, i) => ({
      figure: 'survey-wait',
      area: 'riket',
      pathway: 'AT',
      year: 2017 + i,
      value,
      quality: 'published',
      source: 'https://lakartidningen.se/aktuellt/',
    })),
    assumptions: [
      labelled('positions-path', 'AT-starterna trappas ned till 0 år 2033; BT-tjänsterna byggs ut.', 'AT starts fall to 0 in 2033; BT positions grow.'),
      labelled('slots', 'Platser: vad 2023–2025 krävde och 15 % till.', 'Places: what 2023–2025 needed and 15% more.'),
    ],
    assumedIn: null,
    changes: [],
    cellsRead: { published: 812, derived: 1430, assumption: 377 },
    notes: [
      { code: 'luck-only', values: {} },
      { code: 'queue-grows', values: { pathway: 'BT', from: '2026', to: '2029' } },
    ],
  };
}

function labelsOf(names: readonly string[]): Findings['labels'] {
  const months = Array.from({ length: TO - FROM + 1 }, (_, i) => FROM + i);
  return {
    area: [labelled('riket', 'riket', 'the nation'), ...AREAS.map((a) => labelled(`area:${a}`, a, a)), ...names.map(same)],
    stream: [
      labelled('old-programme', 'gamla programmet', 'old programme'),
      labelled('new-programme', 'nya programmet', 'new programme'),
      labelled('eu-trained', 'EU-utbildade', 'EU-trained'),
      labelled('third-country', 'utbildade utanför EU', 'trained outside the EU'),
    ],
    pathway: [same('AT'), same('BT')],
    block: [labelled('hospital', 'Sjukhus', 'Hospital'), labelled('primary-care', 'Primärvård', 'Primary care'), labelled('psychiatry', 'Psykiatri', 'Psychiatry')],
    cause: [same('positions'), same('awaiting-intake'), same('slots/psychiatry')],
    term: YEARS.flatMap((y) => [labelled(`${y}-VT`, `VT ${y}`, `spring ${y}`), labelled(`${y}-HT`, `HT ${y}`, `autumn ${y}`)]),
    month: months.map((m) => same(`${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`)),
    'half-year': YEARS.flatMap((y) => [labelled(`${y}-H1`, `första halvåret ${y}`, `first half of ${y}`), labelled(`${y}-H2`, `andra halvåret ${y}`, `second half of ${y}`)]),
    year: YEARS.map((y) => same(String(y))),
    k: ['3', '6', '12'].map(same),
    headroom: [labelled('low', '0 %', '0%'), labelled('likely', '15 %', '15%'), labelled('high', '50 %', '50%')],
  };
}

const SIZES = [1, 0.2, 0.8, 0.12, 0.03, 0.3, 0.47]; // of the nation, along `area`
const size = (at: Place): number => SIZES[at['area'] ?? 0] ?? 0.1;
const at01 = (year: number): number => Math.min(1, Math.max(0, (year - 2026) / 7));
const starts = (pathway: number, year: number): number => (pathway === 0 ? 1650 * (1 - at01(year)) : 420 + 1500 * at01(year));
const wobble = (year: number): number => Math.abs((year * 2) % 2 - 1) * 0.08;

function shape(id: string, words: readonly [string, string, string, string], over: readonly Axis[], value: Shape['value']): Shape {
  return { id, sv: words[0], en: words[1], unit: [words[2], words[3]], over, value };
}

const INFLOW = [
  (y: number) => (y === 2027 ? 0 : Math.max(0, 780 * (1 - at01(y) * 1.5))),
  (y: number) => (y < 2027.5 ? 0 : Math.min(900, 500 + 120 * (y - 2027.5))),
  () => 120,
  (y: number) => 70 + 5 * (y - 2026),
];
const PATHWAY_YEAR: readonly Axis[] = ['area', 'pathway', 'year'];
const DOCTORS = ['läkare', 'doctors'] as const;
const SHAPES: readonly Shape[] = [
  shape('inflow', ['Inflöde', 'Inflow', ...DOCTORS], ['stream', 'term'], (at, y) => INFLOW[at['stream']!]!(y)),
  shape('queue', ['Kö', 'Queue', ...DOCTORS], ['area', 'pathway', 'month'], (at, y) => size(at) * (at['pathway'] === 0 ? 1300 * (1 - at01(y)) : 150 + 700 * at01(y)) * (1 + wobble(y))),
  shape('training', ['I tjänst', 'In training', ...DOCTORS], ['area', 'pathway', 'month'], (at, y) => size(at) * starts(at['pathway']!, y) * (at['pathway'] === 0 ? 1.6 : 1.05)),
  ...(['happens', 'positions', 'demand', 'room', 'vacant'] as const).map((id, i) =>
    shape(id, [id, id, ...DOCTORS], PATHWAY_YEAR, (at, y) => size(at) * (id === 'vacant' ? 12 : starts(at['pathway']!, y) * (1 + [0, 0.02, 0.14, 0.05, 0][i]!))),
  ),
  shape('survey-wait', ['Väntan', 'Wait', 'månader', 'months'], PATHWAY_YEAR, (at, y) => (at['pathway'] === 0 ? (y > 2032 ? null : 10.8 - 1.1 * (y - 2026)) : 2.4 + 0.6 * (y - 2026))),
  shape('started-within', ['Börjat inom', 'Started within', 'andel', 'share'], ['area', 'pathway', 'term', 'k'], (at, y) =>
    y > 2033 - [0.25, 0.5, 1][at['k']!]! ? null : Math.min(0.99, [0.2, 0.45, 0.75][at['k']!]! + (at['pathway'] === 0 ? 0.03 : -0.015) * (y - 2026)),
  ),
  ...(['used', 'needed', 'capacity'] as const).map((id, i) =>
    shape(id, [id, id, 'platser', 'places'], ['area', 'block', 'half-year'], (at, y) => size(at) * [520, 260, 210][at['block']!]! * [1, 1.03, 1.12][i]! * (id === 'capacity' ? 1 : 1 + 0.25 * at01(y) * (at['block'] === 2 ? 1.6 : 0.6))),
  ),
  shape('utilisation', ['Beläggning', 'Utilisation', 'andel', 'share'], ['area', 'block', 'half-year'], (at, y) => (at['area'] === 4 && y < 2026.5 ? null : 0.55 + 0.07 * at['block']! + 0.02 * (y - 2026) + 0.01 * at['area']!)),
  shape('lost', ['Väntan per orsak', 'Wait by cause', 'läkarmånader', 'doctor-months'], ['area', 'pathway', 'cause', 'year'], (at, y) => size(at) * [4000, 2500, 300][at['cause']!]! * (1 - at01(y) / 2)),
  ...(['wait-gap', 'wait-calendar', 'wait-queue'] as const).map((id, i) => shape(id, [id, id, 'månader', 'months'], PATHWAY_YEAR, (_, y) => [1, 2, 6 - at01(y)][i]!)),
  shape('passed-over', ['Förbigångna', 'Passed over', ...DOCTORS], ['area', 'pathway'], (at) => size(at) * (10 + at['pathway']!)),
  shape('queue-by-headroom', ['Kö vid marginal', 'Queue by headroom', ...DOCTORS], ['headroom', 'pathway', 'year'], (at, y) => (at['pathway'] === 0 ? 1200 * (1 - at01(y)) : 800 * at01(y)) * [1.4, 1, 0.8][at['headroom']!]!),
];

/** A tenth more of everything. */
const more = (shape: Shape): Shape => ({ ...shape, value: (at, year) => (shape.value(at, year) ?? NaN) * 1.1 });

function figureOf(shape: Shape, labels: Findings['labels']): Figure {
  const lengths = shape.over.map((axis) => labels[axis].length);
  const total = lengths.reduce((a, b) => a * b, 1);
  const cells = Array.from({ length: total }, (_, index) => {
    let rest = index;
    const at: Record<string, number> = {};
    for (const axis of shape.over.toReversed()) {
      at[axis] = rest % labels[axis].length;
      rest = Math.floor(rest / labels[axis].length);
    }
    const value = shape.value(at, yearOf(at, labels));
    return value === null ? null : summary(value, shape.id === 'capacity' ? 0 : 0.05, shape.unit[0] === 'andel' ? 0 : 1.5);
  });
  return { id: shape.id, title: { sv: shape.sv, en: shape.en }, unit: { sv: shape.unit[0], en: shape.unit[1] }, over: shape.over, better: 'neither', cells };
}

function yearOf(at: Place, labels: Findings['labels']): number {
  if (at['month'] !== undefined) return 2026 + at['month'] / 12;
  if (at['term'] !== undefined) return 2026 + at['term'] / 2;
  if (at['half-year'] !== undefined) return 2026 + at['half-year'] / 2;
  return Number(labels.year[at['year'] ?? 0]!.id);
}

function summary(mean: number, width: number, floor: number): Summary {
  const half = width === 0 ? 0 : mean * width + Math.min(floor, mean);
  return { n: 20, mean, halfWidth: half / 4, low: mean - half, high: mean + half, span: 'p05–p95' };
}

function breakEvens(names: readonly string[]): BreakEven[] {
  return names.flatMap((_, region) =>
    [520, 260, 210].map((base, block): BreakEven => {
      const used = Math.round(SIZES[region + 3]! * base);
      const headroom = [0.18, 0.19, 0.44][block]! + region * 0.01;
      return {
        region,
        block,
        kind: 'slots',
        used: summary(used, 0, 0),
        needed: summary(used * (1 + headroom), 0.05, 0.5),
        usedMiddle: used,
        neededMiddle: used * (1 + headroom),
        headroom: { ...summary(headroom, 0, 0), low: headroom - 0.05, high: headroom + 0.06 },
        places: Math.ceil(used * (1 + headroom) - 1e-9),
        base: used,
        breakEvenHeadroom: Math.ceil(used * (1 + headroom) - 1e-9) / used - 1,
        assumed: Math.ceil(used * 1.15),
        assumedHeadroom: Math.ceil(used * 1.15) / used - 1,
        from: 12 * 2028 + 2 + region,
        assumedShortFrom: headroom > 0.15 ? 12 * 2029 : null,
        quality: 'assumption',
        own: false,
      };
    }),
  );
}
