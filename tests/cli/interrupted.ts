import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fc from 'fast-check';
import { expect } from 'vitest';
import { SEED } from '../support/random.js';
import { ROOT } from '../support/documents.js';
import { hashes, isWhole } from './support.js';
import type { Ended } from './support.js';

/** Keeps what is done after every replication, so that a short run has as many states as a long one. */
export const KEEP_ALWAYS = { FLASKHALS_KEEP_MS: '0' };

/** What is to go wrong with the disk under a program that is started: see faulty-disk.mjs. */
export interface DiskFault {
  readonly within: string;
  readonly kill?: number;
  readonly fail?: readonly [number, string];
  readonly trace?: string;
  readonly hold?: string;
  readonly slow?: number;
}

/** The surroundings of a program whose disk fails. */
export const onFaultyDisk = (fault: DiskFault): Readonly<Record<string, string>> => ({
  ...KEEP_ALWAYS,
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'faulty-disk.mjs')).href}`,
  FAULTY_DISK: JSON.stringify(fault),
});

/** Numbers between 0 and 1, the same for the same seed of the test run. */
export const chances = (many: number, salt = 0): readonly number[] => fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: many, seed: SEED + salt });

/** Said where random moments fail. */
export const SEEDED = `SEED=${SEED}`;

/** The end of a program. */
export function ending(child: ChildProcess): Promise<void> {
  return new Promise((end) => {
    if (child.exitCode !== null || child.signalCode !== null) end();
    else child.once('exit', () => { end(); });
  });
}

/** A program at work, and how it ends. */
export interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a command whose words are heard while it works. */
export function launch(args: readonly string[], setting: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> }): Launched {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'flaskhals.js'), ...args], { cwd: setting.cwd, env: { ...process.env, NO_COLOR: '1', ...setting.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => { heard.stdout += chunk.toString('utf8'); });
  child.stderr.on('data', (chunk: Buffer) => { heard.stderr += chunk.toString('utf8'); });
  const ended = new Promise<Ended>((end) => child.once('close', (code) => { end({ code, ...heard }); }));
  return { child, ended };
}

/** Waits until a file is there, or the program has ended without. */
async function untilThere(path: string, { child }: Launched): Promise<void> {
  while (!existsSync(path) && child.exitCode === null && child.signalCode === null) await new Promise((go) => setTimeout(go, 2));
}

let heldBack = 0;

/**
 * Starts a run, does something while its first state is being kept and most of its work lies before it, and waits for its end. The run is held
 * back by its disk meanwhile: however slow the machine, what is done comes in time.
 */
export async function whileHeld(args: readonly string[], during: (child: ChildProcess) => Promise<void> | void, setting: { readonly cwd: string; readonly state: string; readonly slow?: number; readonly env?: Readonly<Record<string, string>> }): Promise<Ended> {
  heldBack += 1;
  const hold = join(setting.cwd, `go-on-${heldBack}`);
  const disk = onFaultyDisk({ within: setting.cwd, hold, slow: setting.slow ?? 0 });
  const launched = launch(args, { cwd: setting.cwd, env: { ...disk, ...setting.env, NODE_OPTIONS: `${disk['NODE_OPTIONS']!} ${setting.env?.['NODE_OPTIONS'] ?? ''}` } });
  await untilThere(setting.state, launched);
  await during(launched.child);
  writeFileSync(hold, '');
  const ended = await launched.ended;
  rmSync(hold);
  return ended;
}

/** The words of a command that the program tells people to type. */
export const wordsOf = (text: string): readonly string[] => (/npx --no-install flaskhals (.*)$/m.exec(text)?.[1] ?? '').match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? [];

/** All that a report holds; of its manifest, all but the times and the seal over them. */
export function contentOf(report: string): unknown {
  const { 'manifest.json': _, ...files } = hashes(report);
  const { times: __, seal: ___, ...manifest } = JSON.parse(readFileSync(join(report, 'manifest.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  return { files, manifest };
}

/** What stands beside a report. */
export const beside = (report: string): readonly string[] => (existsSync(join(report, '..')) ? readdirSync(join(report, '..')).filter((entry) => join(report, '..', entry) !== report) : []);

/** The promise after a fault: nothing cut short under a final name, and no manifest called complete over what is not. */
export function expectNothingBroken(report: string, what: string): void {
  if (existsSync(report)) expect(isWhole(report), what).toBe(true);
  for (const entry of beside(report).filter((name) => /\.(new|old)$/.test(name))) {
    const manifest = join(report, '..', entry, 'manifest.json');
    if (existsSync(manifest) && isJson(readFileSync(manifest, 'utf8'))) expect(isWhole(join(report, '..', entry)), `${what}: ${entry}`).toBe(true);
  }
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

/** Takes away a report with all that is beside it. */
export function clear(report: string): void {
  rmSync(join(report, '..'), { recursive: true, force: true });
}
