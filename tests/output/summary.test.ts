import { describe, expect, it } from 'vitest';
import { noteWords, summarySections, type SummarySection } from '../../src/output/index.js';
import { smallFindings } from '../support/findings.js';

const sections = (lang: 'sv' | 'en'): readonly SummarySection[] => summarySections(smallFindings(), lang, 'scenarios/litet-land.yaml');
const section = (id: string, lang: 'sv' | 'en' = 'sv'): SummarySection => sections(lang).find((s) => s.id === id)!;

describe('the terminal summary', () => {
  it('sets both placement modes beside each other, means in the same order, and says what jams in one only', () => {
    const { lines, table } = section('modes');
    expect(lines[1]).toMatch(/^Bara när allt bokas på en gång väntar läkare på .*: 314 läkarmånader .*; hur många som räcker står vid marginalerna\.$/);
    expect(table!.rows).toHaveLength(16);
    // The invented other mode has a tenth more of everything.
    expect(table!.rows[0]).toEqual(['AT', '2026', '1\u00a0650', '1\u00a0815', '1\u00a0205', '1\u00a0326', '6,0', '6,6']);
  });

  it('sends nobody to the margins for what has none', () => {
    const found = smallFindings();
    const jams = [{ cause: 0, mode: 'step' as const, months: 7 }];
    const { lines } = summarySections({ ...found, otherMode: { ...found.otherMode, jams } }, 'sv', 's.yaml').find(({ id }) => id === 'modes')!;
    expect(lines[1]).toMatch(/: 7 läkarmånader .* som scenariot har\.$/);
  });

  it('says what was suspect in the files in its own words', () => {
    const note = { code: 'warning', values: { textSv: 's.yaml:18: {at} är stängd där', textEn: 's.yaml:18: {at} is closed there' } };
    expect([noteWords(note, 'sv'), noteWords(note, 'en')]).toEqual(['s.yaml:18: {at} är stängd där', 's.yaml:18: {at} is closed there']);
  });

  it('says what was assumed before anything else', () => {
    expect(sections('sv').map((s) => s.id)).toEqual(['assumed', 'first-AT', 'first-BT', 'regions', 'margins', 'queue-by-headroom', 'modes', 'cells', 'notes']);
    expect(section('assumed').lines).toHaveLength(2);
  });

  it('says what changes did, one line for each change, after what was assumed', () => {
    const cell = { quantity: 'slots', from: 12 * 2027, until: 12 * 2028, name: 'Satsning', source: 'beslut', at: 'a.yaml:7' };
    const changes = [
      { ...cell, of: { region: 'Skåne', block: 'hospital' }, before: 10, after: 12 },
      { ...cell, of: { region: 'Gotland', block: 'hospital' }, before: 2, after: 4 },
      { ...cell, of: { region: 'Skåne', block: 'hospital' }, until: null, before: 12, after: null, name: '', source: '', at: 'a.yaml:9' },
    ];
    const found = summarySections({ ...smallFindings(), changes, assumedIn: 'scenarios/grund.yaml' }, 'sv', 'a.yaml');
    expect(found.map(({ id }) => id).slice(0, 2)).toEqual(['assumed', 'changed']);
    expect(found[0]!.lines.at(-1)).toContain('grundens (scenarios/grund.yaml)');
    expect(found[1]!.lines).toHaveLength(2);
    expect(found[1]!.lines[0]).toMatch(/^– Placeringsplatser, Skåne och Gotland; .*, januari 2027 till december 2027: 2–10 → 4–12 \(2 celler\)\. Satsning\. beslut\. \(a\.yaml:7\)$/);
    expect(found[1]!.lines[1]).toMatch(/, från januari 2027: 12 → obegränsat \(1 cell\)\. \(a\.yaml:9\)$/);
  });

  it('gives demand, positions, room and what happens with their intervals, and what is least', () => {
    const { table } = section('first-AT');
    expect(table!.rows).toHaveLength(8);
    expect(table!.rows[0]!.slice(0, 2)).toEqual(['2026', '1\u00a0881\n1\u00a0785–1\u00a0977']);
    expect(table!.rows[0]!.at(-1)).toContain('tjänster, 50 till platser');
  });

  it.each(['sv', 'en'] as const)('has the words for chance alone in every line with an interval, in %s', (lang) => {
    const chance = lang === 'sv' ? 'bara slump' : 'chance only';
    const range = /\d–\d/;
    let seen = 0;
    for (const s of sections(lang)) {
      const tableLines = (s.table?.rows ?? []).flatMap((row) => {
        const height = Math.max(...row.map((cell) => cell.split('\n').length));
        return Array.from({ length: height }, (_, i) => row.map((cell) => cell.split('\n')[i] ?? '').join(' | '));
      });
      for (const line of [...(s.id === 'assumed' ? [] : s.lines), ...tableLines].filter((l) => range.test(l))) {
        expect(line).toContain(chance);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(30);
  });

  it('names five pools, each with the places below which it runs short and a command that adds one', () => {
    const { lines } = section('margins');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatch(/^Psykiatri i Gotland räcker inte från april 2028 om regionen har färre än 9 placeringsplatser \(.*bara slump\), 50\u00a0% fler än de 6 som användes 2025; antagandet är 7 \(\+17\u00a0%\)\.$/);
    expect(lines[1]).toContain('npx --no-install flaskhals run scenarios/litet-land.yaml --add slots/psychiatry/Gotland=1');
  });

  it('names slots and supervisors with the same places once, and adds to both', () => {
    const found = smallFindings();
    const both = found.breakEven.flatMap((row) => [row, { ...row, kind: 'supervisors' as const }]);
    const { lines } = summarySections({ ...found, breakEven: both }, 'sv', 's.yaml').find((s) => s.id === 'margins')!;
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain('9 placeringsplatser och lika många handledarplatser');
    expect(lines[1]).toContain('--add slots/psychiatry/Gotland=1 --add supervisors/psychiatry/Gotland=1');
    expect(lines[2]).toMatch(/^Psykiatri i (?!Gotland)/);
  });

  it('names the region that does worse than the whole, not the ones that do like it', () => {
    const found = smallFindings();
    const cells = found.figures['happens']!.cells.map((c, i) => (c && i >= 4 * 16 && i < 5 * 16 ? { ...c, mean: c.mean / 2 } : c));
    const figures = { ...found.figures, happens: { ...found.figures['happens']!, cells } };
    const { lines } = summarySections({ ...found, figures }, 'sv', 's.yaml').find((s) => s.id === 'regions')!;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/i Gotland .* i riket \d+\u00a0% av efterfrågan/);
  });

  it('quotes what a shell would take apart', () => {
    const found = smallFindings(['S:t Göran', "x'y", '$(rm)', 'a b']);
    const commands = summarySections(found, 'sv', '-x.yaml').find((s) => s.id === 'margins')!.lines.join('\n');
    expect(commands).toContain("run '-x.yaml' --add 'slots/psychiatry/$(rm)=1'");
    expect(commands).toContain(String.raw`'slots/psychiatry/x'\''y=1'`);
  });

  it('never names places as what limits without the number below which they do', () => {
    const found = smallFindings();
    const room = { ...found.figures['room']!, cells: found.figures['room']!.cells.map((c) => c && { ...c, mean: c.mean / 2 }) };
    const happens = { ...found.figures['happens']!, cells: room.cells };
    const rows = summarySections({ ...found, figures: { ...found.figures, room, happens } }, 'sv', 's.yaml').find((s) => s.id === 'first-AT')!.table!.rows;
    expect(rows[0]!.at(-1)).toMatch(/^platser \(räcker inte om Psykiatri har färre än \d+; antaget \d+\), /);
  });

  it('names nothing as what limits where more start than would under it: an older queue is worked off', () => {
    const found = smallFindings();
    const happens = { ...found.figures['happens']!, cells: found.figures['happens']!.cells.map((c) => c && { ...c, mean: c.mean * 9 }) };
    const rows = summarySections({ ...found, figures: { ...found.figures, happens } }, 'sv', 's.yaml').find((s) => s.id === 'first-AT')!.table!.rows;
    for (const row of rows.slice(0, 5)) expect(row.at(-1)).toMatch(/^ingen: äldre kö arbetas av\n/);
  });

  it('names places where fewer start than positions and demand would let, though room alone would let fewer still: another pathway goes first', () => {
    const found = smallFindings();
    const scaled = (id: string, factor: number) => ({ ...found.figures[id]!, cells: found.figures['happens']!.cells.map((c) => c && { ...c, mean: c.mean * factor }) });
    const figures = { ...found.figures, demand: scaled('demand', 3), positions: scaled('positions', 2), room: scaled('room', 0.5), happens: scaled('happens', 1) };
    const rows = summarySections({ ...found, figures }, 'sv', 's.yaml').find((s) => s.id === 'first-BT')!.table!.rows;
    expect(rows[0]!.at(-1)).toMatch(/^platser \(räcker inte om Psykiatri har färre än \d+; antaget \d+\), \d+ till tjänster\n/);
  });

  it('says how many cells were published, derived and assumed', () => {
    expect(section('cells').lines).toEqual(['2\u00a0619 celler: 812 publicerade, 1\u00a0430 härledda, 377 antagna.']);
    expect(section('cells', 'en').lines).toEqual(['2,619 cells: 812 published, 1,430 derived, 377 assumed.']);
  });

  it('says in each language which pool others overfill', () => {
    const note = { code: 'crowding-over', values: { region: 'Norr', blockSv: 'Psykiatri', blockEn: 'Psychiatry', from: '2028-01' } };
    expect(noteWords(note, 'sv')).toContain('fler platser i Psykiatri i Norr än det finns, från 2028-01');
    expect(noteWords(note, 'en')).toContain('more slots in Psychiatry in Norr than there are, from 2028-01');
  });

  it('passes on a note that it has no words for', () => {
    expect(noteWords({ code: 'odd-thing', values: { n: 1200, where: 'Gotland' } }, 'sv')).toBe('odd-thing: n 1\u00a0200, where Gotland');
    expect(noteWords({ code: 'queue-grows', values: {} }, 'sv')).toContain('queue-grows');
    expect(noteWords({ code: 'queue-grows', values: { pathway: 'BT', from: '2026', to: '2029' } }, 'sv')).toContain('BT växer');
  });
});
