#!/usr/bin/env node
import { existsSync, statSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
const program = new URL('program/main.js', dist);

// As the very first command in a fresh clone, too.
if (!existsSync(program)) await import('./setup.js');
// What tsc alone has built since is not in the program yet.
const compiled = statSync(new URL('.tsbuildinfo', dist), { throwIfNoEntry: false });
await import(compiled && compiled.mtimeMs > statSync(program).mtimeMs ? '../dist/cli/main.js' : program.href);
