import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.js';
import { ROOT } from '../support/documents.js';
import { EVERY_RULE } from '../support/every-rule.js';
import { PROVING, SEED } from '../support/random.js';
import { BROWSERS, workInBrowser } from './browsers.js';
import { bundleWork } from './bundle.js';
import type { Answer } from './bundle.js';
import { OTHER_MAJORS, findNode, workInNode } from './nodes.js';
import { EVERY_RULE_NAMED } from './rules-met.js';
import type { Work } from './work.js';

// As many as the golden fingerprints are of, and fewer in the other mode.
const REPLICATIONS = PROVING ? [20, 20] as const : [3, 1] as const;
const RANDOM = PROVING ? 1000 : 40;

const SCENARIOS = readdirSync(join(ROOT, 'scenarios')).filter((name) => name.endsWith('.yaml'));

/** The project's scenarios, one with every rule and one with expressions, with all data, and random plans. */
function layWork(): Work {
  const data = readdirSync(join(ROOT, 'data'), { recursive: true, encoding: 'utf8' }).map((path) => `data/${path.replaceAll('\\', '/')}`).filter((path) => path.endsWith('.csv'));
  const paths = [...SCENARIOS.map((name) => `scenarios/${name}`), ...data];
  const reckoned = EVERY_RULE['s.yaml']!.replace('name: alla', 'parameters: { n: 3 * 2, part: "min(0.75, 1 / n) + n ^ 2 / 100" }\nname: alla').replace('seeks: 0.95', 'seeks: part + 0.4').replace('psychiatry: 3,', 'psychiatry: "n > 5 ? ceil(n / 2.5) : floor(n)",');
  return {
    files: {
      ...Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'base64')])),
      ...Object.fromEntries(Object.entries({ ...EVERY_RULE, 'reckoned.yaml': reckoned }).map(([path, text]) => [path, Buffer.from(text).toString('base64')])),
    },
    scenarios: [
      ...SCENARIOS.map((name) => ({ file: `scenarios/${name}`, replications: REPLICATIONS, withFindings: PROVING })),
      ...['s.yaml', 'reckoned.yaml'].map((file) => ({ file, replications: [2, 2] as const, withFindings: true })),
    ],
    random: Array.from({ length: RANDOM }, (_, i) => (SEED + i) | 0),
  };
}

const work = layWork();
let module = '';
let here: Answer;
beforeAll(async () => {
  module = await bundleWork();
  here = await workInNode(process.execPath, module, work);
}, 600_000);

/** Whether another engine came to the same; every part that differs is named, random plans by the number that makes them again. */
function compare(there: Answer): void {
  if (PROVING) tell(there);
  expect(comparable(there)).toEqual(comparable(here));
}

const comparable = ({ prints, findings, rules, sums }: Answer) => ({ prints, findings, rules, sums: sums.ours });

/** How long both took, and which of the other engine's own functions differ: had the project used them, so would its figures. */
function tell(there: Answer): void {
  const differs = Object.keys(there.sums.theirs).filter((name) => there.sums.theirs[name] !== here.sums.theirs[name]);
  for (const { engine, ms } of [here, there]) console.log(`${(ms / 1000).toFixed(1)} s in ${engine}`);
  console.log(`its own functions that differ: ${differs.join(', ') || 'none'}`);
}

describe('what is compared', () => {
  test('is fifty plans and more, every scenario of the project in both placement modes among them', () => {
    const names = Object.keys(here.prints);
    expect(names.length).toBeGreaterThanOrEqual(50);
    expect(names).toEqual(expect.arrayContaining(SCENARIOS.flatMap((name) => [`scenarios/${name} itinerary`, `scenarios/${name} step`])));
    expect(new Set(Object.values(here.prints).map(({ fingerprint }) => fingerprint)).size).toBeGreaterThanOrEqual(50);
  });

  test('meets every rule of the model', () => {
    expect(here.rules).toEqual([...EVERY_RULE_NAMED].sort());
  });

  test('is what the product makes: the golden fingerprints', (context) => {
    context.skip(PROVING, 'they are of fewer replications');
    const golden = (name: string): string => (JSON.parse(readFileSync(join(ROOT, 'tests', 'golden', name.replace('.yaml', '.json')), 'utf8')) as { fingerprint: string }).fingerprint;
    for (const name of SCENARIOS) expect(here.prints[`scenarios/${name} itinerary`]!.fingerprint, name).toBe(golden(name));
  });
});

describe(`METAMORPHIC 4: the same plan, luck, fingerprint and findings as in Node ${process.versions.node}`, () => {
  test.for(OTHER_MAJORS)('in Node %i', async (major, context) => {
    const node = await findNode(major);
    if ('reason' in node) return context.skip(node.reason);
    const there = await workInNode(node.path, module, work);
    expect(there.engine).toMatch(new RegExp(`^v${major}\\.`));
    compare(there);
  });

  test.for(BROWSERS.map((browser) => [browser.name, browser] as const))('in %s', async ([, browser], context) => {
    const command = findBrowser(browser.commands);
    if (command === null) return context.skip(`no ${browser.name} here`);
    const there = await workInBrowser(browser, command, module, work);
    if ('reason' in there) return context.skip(there.reason);
    expect(there.engine).toMatch(browser.says);
    compare(there);
  });
});
