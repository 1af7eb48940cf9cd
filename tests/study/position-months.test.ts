import { expect, test } from 'vitest';
import { compile } from '../../src/model/index.js';
import { positionMonths } from '../../src/study/index.js';
import { GOOD, read, said } from '../input/support.js';

test('position-months are told of the pathways that are limited, whatever another is', () => {
  const of = (other: string): (number | null)[] => {
    const result = read(GOOD.replace('pathways:\n', 'pathways:\n  ST: { variants: { st: { blocks: [{ hospital: 1 }] } }, intakes: every-step }\n').replace('positions: unlimited', `positions: { by-region: { Norr: { AT: 2, ST: ${other} }, Syd: { AT: 3, ST: 1 } } }`).concat("slot-priority: [AT, ST]\n"));
    if (!result.ok) throw new Error(said(result.issues));
    const { plan, axes } = compile(result.value.scenario);
    return axes.pathways.map((_, p) => positionMonths(plan, axes)[p]!);
  };
  const [limited, unlimited] = [of('1'), of('unlimited')];
  expect(unlimited).toEqual([limited[0], null]);
  expect(limited.every((months) => months !== null && months > 0)).toBe(true);
});
