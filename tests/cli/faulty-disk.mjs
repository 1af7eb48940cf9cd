// Loaded before the program (NODE_OPTIONS=--import): the system's file functions, one of which kills the program, fails, or is written down.
// FAULTY_DISK: { within, kill?: k, fail?: [k, code], trace?: file, hold?: file, slow?: ms }; only what concerns a path under `within` counts, the first is 1.
// With `hold`, the first state that is written is not answered for until that file is there; with `slow`, each one takes so long.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const CALLS = ['mkdirSync', 'openSync', 'writeFileSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync'];
const fault = JSON.parse(process.env['FAULTY_DISK'] ?? 'null');
const real = Object.fromEntries(CALLS.map((name) => [name, fs[name]]));
const opened = new Map();
const HOLD_MS = 120_000;
let count = 0;
let held = fault?.hold === undefined;

function strike(name, args, path) {
  count += 1;
  if (fault.trace !== undefined) fs.appendFileSync(fault.trace, `${name} ${path}${name === 'renameSync' ? ` ${args[1]}` : ''}\n`);
  if (fault.kill === count) {
    // Half of what was to be written may have reached the disk.
    if (name === 'writeSync') real.writeSync(args[0], args[1].subarray(0, args[1].length >> 1));
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  }
  if (fault.fail?.[0] === count) throw Object.assign(new Error(`${fault.fail[1]}: struck, ${name} '${path}'`), { code: fault.fail[1] });
}

const turn = new Int32Array(new SharedArrayBuffer(4));
const wait = (ms) => Atomics.wait(turn, 0, 0, ms);

function hold() {
  held = true;
  for (let waited = 0; waited < HOLD_MS && !fs.existsSync(fault.hold); waited += 2) wait(2);
}

if (isMainThread && fault !== null) {
  for (const name of CALLS) {
    fs[name] = (...args) => {
      const path = typeof args[0] === 'number' ? opened.get(args[0]) : String(args[0]);
      if (path?.startsWith(fault.within)) strike(name, args, path);
      const result = real[name](...args);
      if (name === 'openSync') opened.set(result, path);
      if (name === 'closeSync') opened.delete(args[0]);
      if (name === 'renameSync' && String(args[1]).endsWith('.state')) {
        if (!held) hold();
        wait(fault.slow ?? 0);
      }
      return result;
    };
  }
  syncBuiltinESMExports();
}
