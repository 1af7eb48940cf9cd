import { bottlenecks } from './bottlenecks.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { compare } from './compare.js';
import { contributions } from './contributions.js';
import { data } from './data.js';
import { dump } from './dump.js';
import { explain } from './explain.js';
import { flows } from './flows.js';
import { init } from './init.js';
import { list } from './list.js';
import { replay } from './replay.js';
import { replication } from './replication.js';
import { rerun } from './rerun.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { sweep } from './sweep.js';
import { verify } from './verify.js';
import { worth } from './worth.js';

/** Every command of the terminal. */
export const COMMANDS: readonly Command[] = [run, compare, contributions, bottlenecks, worth, sweep, explain, check, init, list, rerun, verify, replication, schema, data, flows, dump, replay];

export type { Command } from './command.js';
