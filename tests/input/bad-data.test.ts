import { describe, expect, test } from 'vitest';
import { exitOf } from '../../src/base/index.js';
import { MEASURES } from '../../src/analysis/index.js';
import { COMPARABLE } from '../../src/model/index.js';
import { bent, GOOD, places, read, said } from './support.js';

const HEAD = 'region,pathway,year,value,unit,source,quality,as_of,low,high\n';
const row = (region: string, year: number, value: string): string => `${region},AT,${year},${value},positions,survey,published,2026,,\n`;
const TABLE = HEAD + row('Norr', 2026, '3') + row('Norr', 2027, '4') + row('Syd', 2026, '5') + row('Syd', 2027, '6');
const SCENARIO = bent('positions: unlimited', 'positions: { from: p.csv }');
const readTable = (table: string | Uint8Array, scenario = SCENARIO) => read(scenario, { 'p.csv': table });
const cell = (value: string): string => TABLE.replace(',3,positions', `,${value},positions`);
const semicolons = TABLE.replaceAll(',', ';');
const inLatin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((mark) => mark.codePointAt(0)!));

/** One bad table: its id in the catalogue of bad input, the file, and the codes, places and hint it must give. */
interface Bad {
  readonly id: string;
  readonly table: string | Uint8Array;
  readonly gives: readonly string[];
  readonly hint?: string;
}

const BAD: readonly Bad[] = [
  { id: 'C01 both marks', table: semicolons.replace(';3;', ';3,5;').replace(';4;', ';4.5;'), gives: ['p.csv:2:4 decimal-comma', 'p.csv:3:4 not-whole'] },
  { id: 'C02', table: inLatin1(TABLE.replace('Norr', 'Västra')), gives: ['p.csv:2:2 not-utf8'], hint: 'byte E4 at line 2 column 2; save as UTF-8' },
  { id: 'C05', table: TABLE.replace('low', 'value'), gives: ['p.csv:1:9 duplicate-column'], hint: 'number 4 and 9' },
  { id: 'C06', table: TABLE.replace('region', 'regoin'), gives: ['p.csv:1:1 missing-column', 'p.csv:1:1 unknown-column'], hint: 'did you mean `regoin`?' },
  { id: 'C06 quality', table: TABLE.replaceAll(',published', '').replace(',quality', ''), gives: ['p.csv:1:1 missing-column'], hint: 'quality: the column is missing; the file has region, pathway, year, value, unit, source, as_of, low, high [' },
  { id: 'C07 many', table: TABLE.replace(',3,', ',3,9,'), gives: ['p.csv:2:11 ragged-row'], hint: '11 fields, the header 10' },
  { id: 'C07 few', table: TABLE.replace(',3,', ','), gives: ['p.csv:2:9 ragged-row'] },
  { id: 'C08', table: TABLE.replace('Norr,AT,2027', '"Norr,AT,2027'), gives: ['p.csv:3:1 unclosed-quote'] },
  { id: 'C08 closed later', table: TABLE.replace('Norr,AT,2026', '"Norr,AT,2026').replace('Syd,AT,2026', '"Syd",AT,2026'), gives: ['p.csv:2:1 unclosed-quote'] },
  { id: 'C09', table: cell(''), gives: ['p.csv:2:4 empty-number'], hint: 'write 0 if zero is meant' },
  { id: 'C10', table: cell('1 000'), gives: ['p.csv:2:4 grouped-digits'], hint: 'write 1000' },
  { id: 'C10 U+00A0', table: cell('1\u00a0000'), gives: ['p.csv:2:4 grouped-digits'], hint: '1\\u00a0000' },
  { id: 'C10 U+202F', table: cell('1\u202f000'), gives: ['p.csv:2:4 grouped-digits'] },
  { id: 'C11', table: cell('\u22125'), gives: ['p.csv:2:4 minus-sign'], hint: 'allowed is a whole number 0 … 1000000, not -5' },
  { id: 'C13', table: TABLE + row('Summa', 2026, '18'), gives: ['p.csv:6:1 unknown-region'], hint: '"Summa"' },
  { id: 'C14', table: TABLE.replace('as_of', '__proto__'), gives: ['p.csv:1:1 missing-column', 'p.csv:1:8 unknown-column'] },
  { id: 'C14 constructor', table: TABLE.replace('high', 'constructor'), gives: ['p.csv:1:10 unknown-column'] },
  { id: 'C15', table: cell('1.000'), gives: ['p.csv:2:4 two-readings'], hint: '1 or 1000?' },
  { id: 'C16', table: TABLE + row('Norr', 2026, '9'), gives: ['p.csv:6:4 duplicate-row'], hint: 'as line 2: there 3, here 9' },
  { id: 'C16 another form of the year', table: TABLE + row('Norr', 2026, '50').replace('2026', '2026.0'), gives: ['p.csv:6:4 duplicate-row'], hint: '(Norr, AT, 2026.0) as line 2: there 3, here 50' },
  { id: 'C16 another form of the name', table: (TABLE + row(' Norr ', 2026, '9')).replaceAll('AT,', ' AT,'), gives: ['p.csv:6:4 duplicate-row'] },
  { id: 'C16 of which one has no value', table: TABLE + row('Norr', 2026, 'x'), gives: ['p.csv:6:4 not-a-number', 'p.csv:6:4 duplicate-row'], hint: 'there 3, here x' },
  { id: 'C13 with nothing else', table: `${TABLE}Summa,1,,,,,,,,\n`, gives: ['p.csv:6:1 unknown-region', 'p.csv:6:2 unknown-pathway', 'p.csv:6:3 empty-cell', 'p.csv:6:4 empty-number', 'p.csv:6:6 empty-cell', 'p.csv:6:7 not-a-choice', 'p.csv:6:8 empty-cell'] },
  { id: 'a value and a name on other rows', table: TABLE.replace(',4,', ',x,').replace('Syd,AT,2026', 'Sydd,AT,2026'), gives: ['p.csv:3:4 not-a-number', 'p.csv:4:1 unknown-region'] },
  { id: 'a column and names on rows', table: TABLE.replace('as_of', 'as_off').replace('Syd,AT,2026,5', 'Sydd,AT,2026,x'), gives: ['p.csv:1:1 missing-column', 'p.csv:1:8 unknown-column', 'p.csv:4:1 unknown-region', 'p.csv:4:4 not-a-number'] },
  { id: 'C17', table: TABLE.replace('Norr,AT,2027', 'Norr,AT,2029'), gives: ['p.csv:3:3 missing-years'], hint: '2027, 2028' },
  { id: 'C17 end', table: TABLE.replace(row('Norr', 2027, '4'), ''), gives: ['p.csv:2:3 series-ends'], hint: '2027' },
  { id: 'C18', table: cell('#VALUE!'), gives: ['p.csv:2:4 excel-error'] },
  { id: 'C18 /0', table: cell('#DIV/0!'), gives: ['p.csv:2:4 excel-error'] },
  { id: 'C18 Swedish', table: cell('#SAKNAS!'), gives: ['p.csv:2:4 excel-error'] },
  { id: 'C18 in a name', table: TABLE.replace('Norr,', '#N/A,'), gives: ['p.csv:2:1 excel-error'] },
  { id: 'C19', table: HEAD, gives: ['p.csv:1:1 no-rows'] },
  { id: 'C19 0 bytes', table: '', gives: ['p.csv:1:1 empty-file'] },
  { id: 'C20', table: TABLE.replace('Norr,', 'Nörr,'), gives: ['p.csv:2:1 unknown-region'], hint: 'did you mean `Norr`?' },
  { id: 'tabs', table: TABLE.replaceAll(',', '\t'), gives: ['p.csv:1:1 delimiter'] },
  { id: 'half a place', table: cell('3.5'), gives: ['p.csv:2:4 not-whole'] },
  { id: 'English thousands', table: cell('"1,000"'), gives: ['p.csv:2:4 two-readings'] },
  { id: 'quality', table: TABLE.replace('published', 'publiced'), gives: ['p.csv:2:7 not-a-choice'], hint: '`published`' },
  { id: 'no source', table: TABLE.replace(',survey,', ',,'), gives: ['p.csv:2:6 empty-cell'] },
  { id: 'bounds', table: TABLE.replace('2026,,', '2026,4,9'), gives: ['p.csv:2:4 bounds-order'] },
  { id: 'bounds, one only', table: TABLE.replace('2026,,', '2026,4,'), gives: ['p.csv:2:4 bounds-order'], hint: 'does not hold: low 4, value 3 (' },
  { id: 'separators only', table: `${TABLE},,,,,,,,,\n`, gives: ['p.csv:6:1 empty-row'] },
  { id: 'separators only, too few', table: `${TABLE},,,\n`, gives: ['p.csv:6:1 empty-row'] },
  { id: 'a wrong pathway in the last year', table: TABLE.replace('Norr,AT,2027', 'Norr,ATT,2027'), gives: ['p.csv:3:2 unknown-pathway'], hint: '`AT`' },
  { id: 'a workbook', table: inLatin1('PK\u0003\u0004\u0014'), gives: ['p.csv:1:1 workbook'], hint: 'save the sheet as CSV UTF-8' },
  { id: 'bars', table: TABLE.replaceAll(',', '|'), gives: ['p.csv:1:1 delimiter'], hint: 'found "|"' },
  { id: 'one word', table: 'hello\n', gives: ['p.csv:1:1 delimiter'], hint: 'found "hello"' },
  { id: 'percent of a whole number', table: cell('50 %'), gives: ['p.csv:2:4 percent'], hint: 'allowed is a whole number' },
  { id: 'lines of a quoted break and an empty line', table: cell('3').replace('survey', '"survey\n2026"').replace('\nSyd', '\n\nSyd').replace(',5,', ',x,'), gives: ['p.csv:6:4 not-a-number'] },
];

describe('refuses a bad table, with its line and what to do', () => {
  test.each(BAD)('$id', ({ table, gives, hint = '' }) => {
    const result = readTable(table);
    expect(places(result.issues)).toEqual(gives);
    expect(exitOf(result.issues)).toBe(3);
    expect(said(result.issues)).toContain(hint);
    expect(said(result.issues)).toContain('[read by s.yaml:18]');
    expect('polluted' in {}).toBe(false);
  });

  test('C08: names the line of a quote left open among 40,000', () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => (i === 5 ? '"' : '') + row('Norr', 1900 + i, '3'));
    expect(places(readTable(HEAD + lines.join('')).issues)).toEqual(['p.csv:7:1 unclosed-quote']);
  });
});

describe('reads a table however it is written', () => {
  const values = (table: string | Uint8Array, scenario = SCENARIO): readonly (number | undefined)[] => {
    const result = readTable(table, scenario);
    if (!result.ok) throw new Error(said(result.issues));
    return (result.value.scenario.positions ?? []).map((position) => position.number?.value);
  };
  test.each([
    ['plain', TABLE],
    ['C01: Swedish Excel', `\uFEFF${semicolons.replaceAll('\n', '\r\n')}`],
    ['C03: byte order mark', `\uFEFF${TABLE}`],
    ['C04: \\n and \\r\\n mixed', TABLE.replace('\n', '\r\n')],
    ['C04: lone \\r', TABLE.replaceAll('\n', '\r')],
    ['C12: sep=;', `sep=;\r\n${semicolons}`],
    ['a column of notes', TABLE.replace('high\n', 'high,note\n').replaceAll(',,\n', ',,,"seen; so"\n')],
    ['no line break at the end', TABLE.trimEnd()],
  ])('%s', (_, table) => {
    expect(values(table)).toEqual([3, 4, 5, 6]);
  });

  test('C01: decimal commas where only one reading is possible, or declared', () => {
    const slots = bent('positions: unlimited', 'positions: unlimited\nsupervisors: { from: p.csv }');
    const table = (value: string): string => `region;block;value;unit;source;quality;as_of\nNorr;hospital;${value};places;survey;published;2026\n`;
    const places_ = (file: string | Uint8Array, scenario = slots): unknown => {
      const result = read(scenario, { 'p.csv': file });
      return result.ok ? result.value.scenario.supervisors[0]?.places?.value : places(result.issues);
    };
    expect(places_(table('1,5'))).toBe(1.5);
    expect(places_(table('1,500'))).toEqual(['p.csv:2:3 two-readings']);
    expect(places_(table('1,500'), `${slots}files: { p.csv: { decimal: comma } }\n`)).toBe(1.5);
    expect(places_(inLatin1(table('1,5').replace('survey', 'enkät')))).toEqual(['p.csv:2:29 not-utf8']);
    expect(places_(inLatin1(table('1,5').replace('survey', 'enkät')), `${slots}files: { p.csv: { encoding: windows-1252 } }\n`)).toBe(1.5);
  });

  test('records how every file was read', () => {
    const result = readTable(`\uFEFF${semicolons}`);
    if (!result.ok) throw new Error(said(result.issues));
    expect(result.value.inputs.map(({ path, encoding, delimiter, decimalMark, rows }) => ({ path, encoding, delimiter, decimalMark, rows }))).toEqual([
      { path: 's.yaml', encoding: 'utf-8', delimiter: undefined, decimalMark: undefined, rows: undefined },
      { path: 'p.csv', encoding: 'utf-8 with BOM', delimiter: ';', decimalMark: '.', rows: 4 },
    ]);
  });

  test('skips rows of a region that the scenario leaves out, and refuses those of one that is nowhere', () => {
    const regions = 'region,health_care_region,value,unit,source,quality,as_of\nNorr,N,1,inhabitants,scb,published,2026\nSyd,S,1,inhabitants,scb,published,2026\n';
    const scenario = SCENARIO.replace('  Norr: { area: Nord }\n  Syd: {}\n', '  from: r.csv\n  where: { health_care_region: N }\n');
    const result = read(scenario, { 'p.csv': TABLE, 'r.csv': regions });
    if (!result.ok) throw new Error(said(result.issues));
    expect(result.value.scenario.positions?.map((position) => position.region)).toEqual(['Norr', 'Norr']);
    expect(places(read(scenario, { 'p.csv': TABLE + row('Ost', 2026, '1'), 'r.csv': regions }).issues)).toEqual(['p.csv:6:1 unknown-region']);
  });
});

describe('refuses data that say what cannot be', () => {
  const CARD = 'value,unit,source,quality,as_of';
  const sheet = (keys: string, ...rows: readonly string[]): string => `${keys},${CARD}\n${rows.map((one) => `${one},unit,source,derived,2026\n`).join('')}`;
  const TWO = bent('positions:', '  BT:\n    variants: { bt: { blocks: [{ hospital: 6 }] } }\n    intakes: every-step\npositions:').concat('slot-priority: [AT, BT]\n');
  const queues = sheet('region,pathway,stream,waited_months', 'Norr,AT,old,1,2', 'Norr,BT,old,1,2');
  const training = sheet('region,variant,stream,left_months', 'Norr,at-4,old,1,2', 'Norr,bt,old,1,2');
  const points = (figure: string): string => sheet('figure,region,pathway,year', `${figure},Riket,AT,2026,3`);
  const early = bent('month: 2026-01, number: 4', 'month: 2026-03, number: 4');
  const late = (table: string, scenario = GOOD): readonly string[] => {
    const result = read(scenario.replace('positions: unlimited', 'positions: { from: p.csv }'), { 'p.csv': table });
    return [result.ok ? 'read' : 'refused', ...places(result.issues), said(result.issues).includes('only from 2027 (Norr)') ? '2027' : ''];
  };
  test.each([
    ['a queue that the stream does not seek', `${TWO}initial: { queues: q.csv }\n`, { 'q.csv': queues }, ['q.csv:3:2 not-sought'], 'the stream old seeks AT'],
    ['training that the stream does not seek', `${TWO}initial: { in-training: q.csv }\n`, { 'q.csv': training }, ['q.csv:3:2 not-sought'], 'seeks AT'],
    ['a figure that no report has', `${GOOD}compare: q.csv\n`, { 'q.csv': points('survey-wiat') }, ['q.csv:2:1 unknown-figure'], 'did you mean `survey-wait`?'],
    ['the same wait in another form', `${GOOD}initial: { queues: q.csv }\n`, { 'q.csv': sheet('region,pathway,stream,waited_months', 'Norr,AT,old,2,4', 'Norr,AT,old,2.0,4', 'Norr,AT,old,0,1', 'Norr,AT,old,0.0,1') }, ['q.csv:3:5 duplicate-row', 'q.csv:5:5 duplicate-row'], 'as line 2: there 4, here 4'],
    ['the same rest in another form', `${GOOD}initial: { in-training: q.csv }\n`, { 'q.csv': sheet('region,variant,stream,left_months', 'Norr,at-4,old,2,4', 'Norr,at-4,old,2.0,4') }, ['q.csv:3:5 duplicate-row'], ''],
    ['the same position of a variant in another form', bent('{ at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }', '{ from: q.csv }'), { 'q.csv': sheet('variant,block,position', 'at-4,hospital,1,3', 'at-4,psychiatry,2,1', 'at-4,psychiatry,2.0,1') }, ['q.csv:4:4 duplicate-row'], ''],
    ['all that is wrong with a queue', `${GOOD}initial: { queues: q.csv }\n`, { 'q.csv': sheet('region,pathway,stream,waited_months', 'Norr,AT,old,1.5,4', 'Nord,AT,old,1,x', 'Norr,ATT,odl,x,4') }, ['q.csv:2:4 not-whole-months', 'q.csv:3:1 unknown-region', 'q.csv:3:5 not-a-number', 'q.csv:4:2 unknown-pathway', 'q.csv:4:3 unknown-stream', 'q.csv:4:4 not-a-number'], ''],
    ['own years beside a file that cannot be read', bent('positions: unlimited', 'positions: { from: p.csv, by-region: { Norr: { AT: [{ year: 2026, number: 2 }] } } }'), { 'p.csv': TABLE.replace(',4,', ',x,') }, ['p.csv:3:4 not-a-number'], ''],
    ['own places beside a file that cannot be read', bent('  by-region:\n    Norr: { hospital: 4,', '  from: q.csv\n  by-region:\n    Norr: { hospital: [{ from: 2027-01, places: 5 }],'), { 'q.csv': sheet('region,block', 'Norr,hospital,x') }, ['q.csv:2:3 not-a-number'], ''],
    ['yesterday', SCENARIO, { 'p.csv': TABLE.replace('published,2026', 'published,igår') }, ['p.csv:2:8 not-a-period'], '2018-2023'],
    ['no date', SCENARIO, { 'p.csv': TABLE.replace('published,2026', 'published,') }, ['p.csv:2:8 empty-cell'], ''],
    ['places in a file that begin late', bent('  by-region:', '  from: q.csv\n  by-region:'), { 'q.csv': sheet('region,block,from', 'Norr,hospital,2026-05,3') }, ['q.csv:2:3 starts-late'], '2026-01'],
  ])('%s', (_, scenario, files, gives, hint) => {
    const { issues } = read(scenario, files);
    expect(places(issues)).toEqual(gives);
    expect(said(issues)).toContain(hint);
  });

  test('warns of positions that begin after doctors come, and of headroom on published places', () => {
    expect(late(TABLE)).toEqual(['read', '']);
    expect(late(TABLE.replace(row('Norr', 2026, '3'), ''))).toEqual(['read', '18:1 positions-late', '2027']);
    expect(late(TABLE.replace(row('Norr', 2026, '3'), ''), early.replace('month: 2026-03', 'month: 2027-03'))).toEqual(['read', '']);
    const published = read(bent('  by-region:', '  headroom: 0.1\n  from: q.csv\n  by-region:'), { 'q.csv': sheet('region,block', 'Norr,hospital,3').replace('derived', 'published') });
    expect(published.ok).toBe(true);
    expect(places(published.issues)).toEqual(['20:3 headroom-on-nothing']);
  });

  test.each(['2026', '2026-01', '2026-01-31', '2026-VT', '2023-Q3', '2018-2023', '2018-01–2018-06', '2026-01-01/2026-01-31'])('takes %s for when a figure held', (when) => {
    expect(places(readTable(TABLE.replace('published,2026', `published,${when}`)).issues)).toEqual([]);
  });

  test.each(COMPARABLE)('the report has the figure %s by area, pathway and time', (figure) => {
    const over = MEASURES.find((one) => one.id === figure)?.over ?? [];
    expect(over.slice(0, 2)).toEqual(['area', 'pathway']);
    expect(['month', 'year']).toContain(over[2]);
  });
});

test('a data file that is not there is a failure to read, at the line that names it', () => {
  const result = read(SCENARIO);
  expect([exitOf(result.issues), ...places(result.issues)]).toEqual([4, '18:20 file-missing']);
});
