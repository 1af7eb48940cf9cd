import { describe, expect, test } from 'vitest';
import { exitOf } from '../../src/base/index.js';
import { LIMITS } from '../../src/input/index.js';
import type { Scenario } from '../../src/model/index.js';
import { bent, GOOD, places, read, said } from './support.js';

const scenarioOf = (text: string, files: Readonly<Record<string, string>> = {}): Scenario => {
  const result = read(text, files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const over = (text: string, base = 'base.yaml'): string => `extends: ${base}\nname: over\n${text}`;
const bare = (scenario: Scenario): unknown => JSON.parse(JSON.stringify({ ...scenario, name: '', title: '' }, (key, value: unknown) => (key === 'cell' ? undefined : value)));

describe('a scenario over a base', () => {
  test('says all that the base says, but its name and title', () => {
    const base = GOOD.replace('name: prov', 'name: prov\ntitle: { sv: Prov, en: Trial }').replace('Syd: {}', 'Syd: { area: Sud }');
    const layered = scenarioOf(over(''), { 'base.yaml': base });
    expect(bare(layered)).toEqual(bare(scenarioOf(base)));
    expect([layered.name, layered.title.sv]).toEqual(['over', 'over']);
  });

  test('merges maps key by key; whatever else it says replaces what the base says', () => {
    const layered = scenarioOf(over('seed: 9\nstreams: { old: { home: Syd } }\nslots: { by-region: { Norr: { psychiatry: 5 } } }\npathways: { AT: { variants: { at-4: { blocks: [{ psychiatry: 2 }, { hospital: 1 }] } } } }\n'), { 'base.yaml': GOOD });
    expect([layered.seed, layered.replications]).toEqual([9, 20]);
    expect(layered.streams[0]!.home.map(({ region, share }) => [region, share.value])).toEqual([['Syd', 1]]);
    expect(layered.streams[0]!.seeks.value).toBe(0.9);
    expect(layered.pathways[0]!.variants[0]!.stretches.map(({ block, steps }) => [block, steps])).toEqual([['psychiatry', 2], ['hospital', 1]]);
  });

  test('replaces a number with bounds whole, so that no number gets the source of another', () => {
    const base = bent('seeks: 0.9', 'seeks: { low: 0.8, likely: 0.9, high: 1, source: enkät }');
    expect(scenarioOf(over('streams: { old: { seeks: { likely: 0.5 } } }\n'), { 'base.yaml': base }).streams[0]!.seeks).toEqual({ value: 0.5, quality: 'assumption', source: 'scenario', cell: 's.yaml:streams.old.seeks.likely' });
    expect(scenarioOf(over('seed: 8\n'), { 'base.yaml': base }).streams[0]!.seeks).toMatchObject({ value: 0.9, source: 'enkät', cell: 'base.yaml:streams.old.seeks.likely' });
  });

  test('replaces a text in two languages whole, so that neither is of another text', () => {
    const base = `${GOOD}about: { question: { sv: Var?, en: Where? }, limits: { sv: Antaget, en: Assumed } }\n`;
    expect(scenarioOf(over('about: { question: När? }\n'), { 'base.yaml': base }).about).toEqual({ question: { sv: 'När?', en: 'När?' }, for: { sv: '', en: '' }, limits: { sv: 'Antaget', en: 'Assumed' } });
    const half = read(over('about: { question: { sv: När? } }\n'), { 'base.yaml': base });
    expect(half.ok ? [] : half.issues.map(({ code, where }) => [code, where.path])).toEqual([['missing-key', 'about.question.en']]);
  });

  test('over a base over a base: the outermost wins, and the order of keys does not matter', () => {
    const files = { 'base.yaml': GOOD, 'mid.yaml': over('seed: 8\nreplications: 5\n'), 'dim.yaml': 'replications: 5\nseed: 8\nname: over\nextends: base.yaml\n' };
    const layered = scenarioOf(over('seed: 9\n', 'mid.yaml'), files);
    expect([layered.seed, layered.replications]).toEqual([9, 5]);
    expect(bare(scenarioOf(`seed: 9\nname: over\nextends: dim.yaml\n`, files))).toEqual(bare(layered));
  });

  test('is warned when it says what the base says already', () => {
    const result = read(over('seed: 7\nreplications: 6\nstreams: { old: { seeks: 0.9 } }\n'), { 'base.yaml': GOOD });
    expect([result.ok, ...places(result.issues)]).toEqual([true, '3:7 as-in-base', '5:26 as-in-base']);
    expect(said(result.issues)).toContain('base.yaml:13');
  });

  test('needs a name of its own', () => {
    expect(places(read('extends: base.yaml\n', { 'base.yaml': GOOD }).issues)).toEqual(['1:1 missing-key']);
  });
});

describe('what is wrong in a base', () => {
  test('is told of in the base, with the line that extends it', () => {
    const result = read(over('sed: 3\n'), { 'base.yaml': bent('seeks: 0.9', 'seeks: 1,5') });
    expect(places(result.issues)).toEqual(['3:1 unknown-key', 'base.yaml:13:12 decimal-comma']);
    expect(said(result.issues)).toContain('[read by s.yaml:1]');
    const deep = read(over('', 'mid.yaml'), { 'mid.yaml': over(''), 'base.yaml': bent('step: month', 'step: moth') });
    expect(said(deep.issues)).toMatch(/^base\.yaml:2:15: error not-a-choice: .*\[read by mid\.yaml:1\]$/);
    expect(said(read(over(''), { 'base.yaml': '{' }).issues)).toContain('[read by s.yaml:1]');
  });

  test('is not told of where the layer says otherwise', () => {
    expect(read(over('streams: { old: { seeks: 0.5 } }\n'), { 'base.yaml': bent('seeks: 0.9', 'seeks: 1,5') }).ok).toBe(true);
  });

  test('a line that is told of in another file has its name', () => {
    expect(said(read(over('time: { to: 2025-12 }\n'), { 'base.yaml': GOOD }).issues)).toContain('base.yaml:2');
    expect(said(read(over('slots: { unlimited: [psychiatry] }\n'), { 'base.yaml': GOOD }).issues)).toContain('s.yaml:3');
  });
});

describe('a base that cannot be', () => {
  const first = (text: string, files: Readonly<Record<string, string>> = {}): readonly [string, number] => {
    const { issues } = read(text, files);
    return [places(issues).join(' '), exitOf(issues)];
  };

  test.each([
    ['missing', over(''), '1:10 file-missing', 4],
    ['outside the project', over('', '../../../etc/passwd'), '1:10 file-outside', 3],
    ['at home', over('', '~/x.yaml'), '1:10 file-outside', 3],
    ['of backslashes', over('', 'scenarios\\base.yaml'), '1:10 backslash', 3],
    ['itself', over('', 's.yaml'), '1:10 extends-itself', 3],
    ['nothing', 'extends:\nname: over\n', '1:1 empty-value', 3],
    ['a list', 'extends: [base.yaml]\nname: over\n', '1:10 not-a-list', 3],
  ])('%s', (_, text, place, exit) => {
    expect(first(text, { 's.yaml': text })).toEqual([place, exit]);
  });

  test('one in a circle is told of with the whole chain', () => {
    const files = { 'a.yaml': over('', 'b.yaml'), 'b.yaml': over('', 'a.yaml').replace('over', 'b') };
    const result = read(over('seed: 2\n', 'a.yaml'), files);
    expect(said(result.issues)).toContain('s.yaml → a.yaml → b.yaml → a.yaml');
  });

  test('sixteen deep is read, one more is over the limit', () => {
    const chain = (depth: number): Record<string, string> => Object.fromEntries(Array.from({ length: depth }, (_, i) => [`${i + 1}.yaml`, i + 1 === depth ? GOOD : `extends: ${i + 2}.yaml\nname: n${i + 1}\n`]));
    expect(LIMITS.extends).toBe(16);
    expect(read(over('', '1.yaml'), chain(16)).ok).toBe(true);
    expect(first(over('', '1.yaml'), chain(17))).toEqual(['16.yaml:1:10 too-many-layers', 5]);
  });

  test('what else is wrong in the layer is told of too, but nothing that is only absent', () => {
    expect(places(read(over('sed: 3\nseed: x\n')).issues)).toEqual(['1:10 file-missing', '3:1 unknown-key', '4:7 not-a-number']);
  });

  test('one that stands among the scenarios is pointed to', () => {
    expect(said(read(over(''), { 'scenarios/base.yaml': GOOD }).issues)).toContain('did you mean `scenarios/base.yaml`?');
  });
});
