#!/usr/bin/env node
import { existsSync } from 'node:fs';

// As the very first command in a fresh clone, too.
if (!existsSync(new URL('../dist/cli/main.js', import.meta.url))) await import('./setup.js');
await import('../dist/cli/main.js');
