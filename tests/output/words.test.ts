import { describe, expect, it } from 'vitest';
import { BOTTLENECK_WORDS } from '../../src/output/wording/bottlenecks.js';
import { CHART_WORDS } from '../../src/output/wording/charts.js';
import { CHECK_WORDS } from '../../src/output/wording/checks.js';
import { COMPARE_WORDS } from '../../src/output/wording/compare.js';
import { CONTRIBUTION_WORDS } from '../../src/output/wording/contributions.js';
import { PAGE_WORDS } from '../../src/output/wording/page.js';
import { RULE_WORDS } from '../../src/output/wording/rules.js';
import { SUMMARY_WORDS } from '../../src/output/wording/summary.js';
import { SWEEP_WORDS } from '../../src/output/wording/sweep.js';
import { TABLE_WORDS } from '../../src/output/wording/tables.js';
import { WORTH_WORDS } from '../../src/output/wording/worth.js';
import { interval, list, monthName, number, percent, roughly, say, type WordKey } from '../../src/output/words.js';

const words = { ...BOTTLENECK_WORDS, ...CHART_WORDS, ...CHECK_WORDS, ...COMPARE_WORDS, ...CONTRIBUTION_WORDS, ...PAGE_WORDS, ...RULE_WORDS, ...SUMMARY_WORDS, ...SWEEP_WORDS, ...TABLE_WORDS, ...WORTH_WORDS };
/** What can be counted, as many; what is always written with decimals stands in the plural for 1,0 too. */
const COUNTED = /\{(?!difference|levels|value|starts|share|region)(\w+)\}[ \u00a0](?:olika |dragna |different |drawn )?(körningar|upprepningar|läkarmånader|månader|månaders|platser|tjänster|starter|regioner|delar|enheter|planer|ordningar|värden|punkter|ändringar|celler|scenarier|kontroller|legitimationer|beslutstillfällen|runs|replications|doctors|doctor-months|months|places|slots|positions|starts|regions|parts|units|plans|orders|values|points|changes|cells|scenarios|checks|licences|exams|seats|decisions)(?![\p{L}-])/gu;
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((m) => m[1]!))].sort();

describe('the words', () => {
  it.each(Object.keys(words) as WordKey[])('%s asks for the same values in both languages and takes them', (key) => {
    expect(placeholders(words[key].sv)).toEqual(placeholders(words[key].en));
    const values = Object.fromEntries(placeholders(words[key].sv).map((name) => [name, name === 'total' ? 2 : `<${name}>`]));
    for (const lang of ['sv', 'en'] as const) expect(say(lang, key, values)).not.toBe('');
  });

  it.each(Object.keys(words) as WordKey[])('%s counts one of what it counts in the singular', (key) => {
    for (const lang of ['sv', 'en'] as const) {
      for (const [counted, name, noun] of words[key][lang].matchAll(COUNTED)) {
        const values = Object.fromEntries(placeholders(words[key][lang]).map((other) => [other, other === name ? '1' : '<…>']));
        expect(say(lang, key, values), counted).not.toMatch(new RegExp(`(^|[^\\d.,\u00a0])1[ \u00a0](olika |dragna |different |drawn )?${noun!}(?![\\p{L}-])`, 'u'));
      }
    }
  });

  it('write numbers as Swedes do', () => {
    expect(number('sv', -1234.56, 1)).toBe('\u22121\u00a0234,6');
    expect(number('sv', -0.2)).toBe('0');
    expect(percent('sv', 0.244)).toBe('24\u00a0%');
    expect(interval('sv', number('sv', -2), number('sv', 3))).toBe('\u22122 till 3');
  });

  it('write numbers as the English do', () => {
    expect(number('en', -1234.56, 1)).toBe('\u22121,234.6');
    expect(percent('en', 0.244)).toBe('24%');
  });

  it('cut a title’s number to two digits', () => {
    expect([7, 99, 101, 4949, 4950, 0].map((n) => roughly('en', n))).toEqual(['7', '99', '100', '4,900', '5,000', '0']);
  });

  it('name months and things in a row', () => {
    expect(monthName('sv', 12 * 2028 + 2)).toBe('mars 2028');
    expect(monthName('en', 12 * 2028 + 11)).toBe('December 2028');
    expect([list('sv', []), list('sv', ['a']), list('sv', ['a', 'b']), list('en', ['a', 'b', 'c'])]).toEqual(['', 'a', 'a och b', 'a, b and c']);
  });
});
