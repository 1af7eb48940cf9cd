import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { drawRoster, fingerprint, simulate, toHex } from '../../src/engine/index.js';
import { diskSource } from '../../src/cli/files.js';
import { readScenario } from '../../src/input/index.js';
import { compile, type Scenario } from '../../src/model/index.js';
import { GOOD, read, said } from '../input/support.js';

const RICH = `${GOOD}applications: { applies-to: 1, mobile: 0.4, attraction: { Norr: 1.25 } }
pass-limit: 3
supervisors: { by-region: { Norr: { psychiatry: { people: 10, share: 0.5, trainees: 2 } } } }
main-supervisors: { by-region: { Norr: 12, Syd: [{ from: 2026-01, places: 9 }] } }
`.replace('positions: unlimited', 'positions: { by-region: { Norr: { AT: 7 }, Syd: { AT: [{ year: 2026, number: 3 }, { year: 2027, number: 4 }] } } }');

const PLAIN = /^(0|[1-9]\d*)(\.\d+)?$/;

/** A scenario with its plain numbers written as sums that come to the same; `which` picks some of them. */
function asSums(text: string, which: (i: number) => boolean): { readonly text: string; readonly numbers: number } {
  const document = parseDocument(text, { schema: 'failsafe' });
  const cuts: (readonly [from: number, to: number])[] = [];
  visit(document, { Scalar: (key, node) => (key !== 'key' && PLAIN.test(String(node.value)) && isScalar(node) ? void cuts.push([node.range![0], node.range![1]]) : undefined) });
  expect(isMap(document.contents)).toBe(true);
  const chosen = cuts.filter((_, i) => which(i)).reverse();
  const sum = (number: string, i: number): string => [`2*${number} - ${number}`, `(${number} * 8) / 8`, `-(0 - ${number})`, `"max(${number}, 1 < 2 ? ${number} : 5)"`, `abs(-${number})`][i % 5]!;
  return { text: chosen.reduce((so, [from, to], i) => so.slice(0, from) + sum(so.slice(from, to), i) + so.slice(to), text), numbers: cuts.length };
}

function scenarioOf(text: string): Scenario {
  const result = read(text);
  if (!result.ok) throw new Error(`${said(result.issues)}\n${text}`);
  return result.value.scenario;
}

function printOf(scenario: Scenario): string {
  const { plan } = compile(scenario);
  const key = { seed: scenario.seed, replication: 0 };
  return toHex(fingerprint(drawRoster(plan, key), simulate(plan, key)));
}

test('6: a number written as a sum, any of them or all, makes the same scenario and the same run', () => {
  const plain = scenarioOf(RICH);
  const { numbers } = asSums(RICH, () => false);
  expect(numbers).toBeGreaterThan(25);
  for (let i = 0; i < numbers; i++) expect(scenarioOf(asSums(RICH, (one) => one === i).text)).toEqual(plain);
  const all = scenarioOf(asSums(RICH, () => true).text);
  expect(all).toEqual(plain);
  expect(printOf(all)).toBe(printOf(plain));
});

test.each(['nationell-bas', 'nationell-historik', 'sodra'])('6: %s with every number of its file written as a sum is the same scenario', (name) => {
  const file = `scenarios/${name}.yaml`;
  const disk = diskSource(file);
  const written = asSums(readFileSync(file, 'utf8'), () => true);
  const read_ = (bytes: Uint8Array) => readScenario({ ...disk, read: (path, kind, most) => (kind === 'scenario' ? { bytes, sha256: '' } : disk.read(path, kind, most)) }, file);
  const [plain, summed] = [read_(readFileSync(file)), read_(Buffer.from(written.text))];
  if (!plain.ok || !summed.ok) throw new Error(said([...plain.issues, ...summed.issues]));
  expect(written.numbers).toBeGreaterThan(10);
  expect(summed.value.scenario).toEqual(plain.value.scenario);
});

test('1: no expression leaves anything behind: after a hundred others, hostile ones too, a scenario is the same and errors are the same', () => {
  const text = `parameters: { a: 1/3, b: "a * 3 == 1 ? 2 : 4" }\n${RICH.replace('psychiatry: 2 }', 'psychiatry: b }').replace('seeks: 0.9', 'seeks: round(a * 10) / 10 + 0.1 * b')}`;
  const first = scenarioOf(text);
  const hostile = ["'config({relTol: 0.5})'", "'config({number: \"BigNumber\"})'", "'import({b: 7})'", "'b = 7'", "'a(x) = x'", "'constructor.prototype'", "'createUnit(\"b\")'", '1 == 1.4', '-(((1)))', "'abs = 3'"];
  const before = hostile.map((value) => said(read(RICH.replace('pass-limit: 3', `pass-limit: ${value}`)).issues));
  for (let i = 0; i < 100; i++) read(`parameters: { a: ${i}, b: a + ${i} }\n${RICH.replace('pass-limit: 3', `pass-limit: ${hostile[i % hostile.length]!}`).replace('psychiatry: 2 }', 'psychiatry: b }')}`);
  expect(hostile.map((value) => said(read(RICH.replace('pass-limit: 3', `pass-limit: ${value}`)).issues))).toEqual(before);
  expect(before.every((said_) => said_.includes('error'))).toBe(true);
  expect(scenarioOf(text)).toEqual(first);
  expect(printOf(scenarioOf(text))).toBe(printOf(first));
});
