import { existsSync } from 'node:fs';

// Loaded before the program: takes all memory as soon as a file is there.
const wanted = process.env.HUNGRY_WHEN ?? '';
if (process.env.FLASKHALS_WATCHED === '1') {
  setInterval(() => {
    if (!existsSync(wanted)) return;
    for (const held = []; ; ) held.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  }, 1).unref();
}
