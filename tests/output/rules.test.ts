import { beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '../../src/analysis/index.js';
import { CHARTS, summarySections, tablesOf, type SummarySection } from '../../src/output/index.js';
import { writeFindings } from '../../src/output/formats/findings-json.js';
import { writePage } from '../../src/output/page/index.js';
import { runStudy } from '../../src/study/index.js';
import { everyRule } from '../support/every-rule.js';
import { smallFindings } from '../support/findings.js';

let findings: Findings;
beforeAll(() => {
  findings = runStudy({ scenario: everyRule(), seed: 7, additions: [] }, 2, { version: '0', scenarioHash: '' });
});

const RULES = ['openings', 'decided', 'exam', 'exchange'];
const section = (id: string, lang: 'sv' | 'en' = 'sv'): SummarySection => summarySections(findings, lang, 's.yaml').find((one) => one.id === id)!;
const mean = (id: string, index: number): string => String(Math.round(findings.figures[id]!.cells[index]!.mean));

describe('what came of rules', () => {
  it('has a section for each in the summary and on the page, and none where no scenario uses it', () => {
    expect(summarySections(findings, 'sv', 's.yaml').map(({ id }) => id).filter((id) => RULES.includes(id))).toEqual(RULES);
    expect(summarySections(smallFindings(), 'sv', 's.yaml').filter(({ id }) => RULES.includes(id))).toEqual([]);
    const [all, plain] = [writePage(findings, [], 'sv'), writePage(smallFindings(), [], 'sv')];
    for (const id of RULES) {
      expect(all).toContain(`<section id="${id}"`);
      expect(all).toContain(`href="#${id}"`);
      expect(plain).not.toContain(`<section id="${id}"`);
    }
  });

  it.each(['sv', 'en'] as const)('says that an interval is chance only in the line that has it, in %s', (lang) => {
    const chance = lang === 'sv' ? 'bara slump' : 'chance only';
    for (const row of RULES.flatMap((id) => section(id, lang).table!.rows)) {
      row.forEach((cell) => expect(cell.split('\n').length).toBeLessThanOrEqual(2));
      expect(row.at(-1)!.split('\n')[1]).toContain(chance);
    }
  });

  it('tells year by year what became of the positions, and why they stood vacant', () => {
    const { lines, table } = section('openings');
    const [first] = table!.rows;
    expect(first!.slice(0, 2)).toEqual(['AT', '2027']);
    expect(first!.slice(2, 8).map((cell) => cell.split('\n')[0])).toEqual(['opened', 'kept', 'recruited', 'no-shows', 'lost-promises', 'untaken'].map((id) => mean(id, 0)));
    expect(lines.find((line) => line.startsWith('BT'))).toMatch(/vakanta \d+ genom återbud, \d+ genom sen legitimation och \d+ utan någon som började; \d+ tillsatta före legitimationen/);
  });

  it('tells of the decisions that changed something, with the month and what opens after them', () => {
    const { table } = section('decided');
    const made = findings.decisions!.filter(({ raised, lowered }) => raised + lowered > 0);
    expect(table!.rows).toHaveLength(made.length);
    expect(table!.rows[0]!.slice(1, 3)).toEqual(['BT', expect.stringMatching(/^(april|oktober) 20/)]);
  });

  it('tells of the exam for the pathway that has one only', () => {
    const { lines, table } = section('exam');
    expect(new Set(table!.rows.map(([pathway]) => pathway))).toEqual(new Set(['AT']));
    expect(lines[1]).toMatch(/^AT 2032, medel: \d+ legitimationer; \d+ prov skrivna på 8 platser; vid årets slut väntar \d+ på provet, varav \d+ har bara det kvar\.$/);
  });

  it('tells what each region gave and had of exchange, and what most of it was', () => {
    const { lines, table } = section('exchange');
    expect(table!.rows.map(([region, year]) => `${region} ${year}`)).toEqual(['Norr', 'Syd'].flatMap((region) => [2027, 2028, 2029, 2030, 2031, 2032].map((year) => `${region} ${year}`)));
    expect(lines[1]).toMatch(/läkarmånader i medel, mest psychiatry för läkare från Norr i Syd \(\d+\)\.$/);
  });

  it('says that supervisors run over by those who wait, in words and not in codes', () => {
    expect(section('notes').lines.find((line) => line.includes('vikarierar'))).toMatch(/så överskrids \d av handledarresurserna, först i 20\d\d-\d\d \(handledare i psychiatry i Norr.*\)\.$/);
    expect(section('notes', 'en').lines.join(' ')).toContain('serve as locums meanwhile');
  });

  it('says that needs are counted at home wherever they are shown, where there is exchange and only there', () => {
    const said = 'Talen är räknade med alla block hemma';
    expect(section('margins').lines[0]).toContain(said);
    expect(writePage(findings, [], 'sv').split(said)).toHaveLength(2);
    expect(summarySections(smallFindings(), 'sv', 's.yaml').flatMap(({ lines }) => lines).join()).not.toContain(said);
    const feet = CHARTS.map(({ id, draw }) => ({ id, foot: draw(findings, 'sv').foot.join(' ') }));
    expect(feet.filter(({ foot }) => foot.includes(said)).map(({ id }) => id).sort()).toEqual(['demand-capacity', 'waiting-causes']);
    expect(writePage(smallFindings(), [], 'sv')).not.toContain(said);
  });

  it('never counts the wait for a later pathway from a degree', () => {
    const within = CHARTS.find(({ id }) => id === 'started-within')!;
    expect(within.draw(findings, 'sv').subtitle[0]).toContain('För den som kommer till ST från en tidigare form räknas månaderna från det att den');
    expect(within.draw(smallFindings(), 'sv').subtitle[0]).not.toContain('tidigare form');
    const surveyed = findings.labels.pathway.findIndex(({ id }) => id === 'ST') * findings.labels.year.length;
    expect(findings.figures['survey-wait']!.cells.slice(surveyed, surveyed + findings.labels.year.length)).toEqual(findings.labels.year.map(() => null));
  });

  it('is written whole: a row for each home, host, block and year, and for each decision', () => {
    expect(writeFindings(findings)).toContain('"exchange":[');
    const tables = tablesOf(findings, 'sv');
    const rowsOf = (id: string) => tables.find((table) => table.id === id)!.rows;
    expect(rowsOf('exchange')).toHaveLength(2 * 6);
    expect(rowsOf('exchange')[1]!.slice(0, 8)).toEqual(['Norr', 'Norr', 'Syd', 'Syd', 'psychiatry', 'psychiatry', '2028', '2028']);
    expect(rowsOf('decisions')).toHaveLength(findings.decisions!.length);
    expect(rowsOf('decisions')[0]!.slice(0, 6)).toEqual(['Norr', 'Norr', 'BT', 'BT', '2027-04', '2027-09']);
  });
});
