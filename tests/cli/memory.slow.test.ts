import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PROVING } from '../support/random.js';
import { ROOT } from '../support/documents.js';
import { buildProgram, shell } from './support.js';

beforeAll(buildProgram);

test('a national run in two threads, its sample laid for a thousand replications, is within 1 GB', (context) => {
  context.skip(!PROVING, 'takes a minute: with `npm run prove`');
  context.skip(!existsSync('/proc/self/status'), 'this system does not tell the peak of memory');
  const { code, stdout, stderr } = shell(`${process.execPath} ${join('tests', 'bench', 'memory.js')} 60 2`, { cwd: ROOT });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  console.log(stdout);
  const { peak, sample } = JSON.parse(stdout) as { readonly peak: number; readonly sample: number };
  expect(peak).toBeLessThan(1000);
  expect(sample).toBeLessThan(100);
});
