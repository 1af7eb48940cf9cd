#!/usr/bin/env node
// What an engineer asks before a commit: the scripts of package.json that are named below, in two rows side by side, for even a small machine has two cores.
// Each is quiet while it runs; one that fails is shown whole, and the others run all the same.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const rows = [['lint'], ['types', 'dead-code', 'test:fast']];

const began = performance.now();
const ended = await Promise.all(rows.map(runRow));
process.exitCode = ended.flat().every((passed) => passed) ? 0 : 1;

async function runRow(scripts) {
  const passed = [];
  for (const script of scripts) passed.push(await run(script));
  return passed;
}

// npm tells where it is to what it runs: that needs no shell, on any system.
function run(script) {
  const npm = process.env.npm_execpath;
  const [program, args, shell] = npm === undefined ? ['npm', [], process.platform === 'win32'] : [process.execPath, [npm], false];
  return new Promise((end) => {
    const said = [];
    const child = spawn(program, [...args, 'run', '--silent', script], { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const text = Buffer.concat(said).toString();
      if (code !== 0) process.stdout.write(text);
      const last = script.startsWith('test') ? `, ${text.trimEnd().split('\n').at(-1)}` : '';
      console.log(`${script.padEnd(12)} ${code === 0 ? 'passed' : 'FAILED (above)'} after ${Math.round((performance.now() - began) / 1000)} s${last}`);
      end(code === 0);
    });
  });
}
