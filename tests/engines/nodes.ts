import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/documents.js';
import type { Answer } from './bundle.js';
import type { Work } from './work.js';

// The versions that stand for each major, and the hashes of the packages that hold them, by machine: nothing else is run.
const PINNED: Readonly<Record<number, { readonly version: string; readonly hashes: Readonly<Record<string, string>> }>> = {
  20: {
    version: '20.20.2',
    hashes: {
      'linux-x64': 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
      'linux-arm64': 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
    },
  },
  22: {
    version: '22.23.3',
    hashes: {
      'linux-x64': 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
      'linux-arm64': 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
    },
  },
  24: {
    version: '24.22.1',
    hashes: {
      'linux-x64': 'sha512-ogMoFZRQLCX7VpzQAtfs7q0DVFa7D79LKhmttHZNGJrz0Yp5/LtU0MISM7gvThSo6AbVelac9uVu9Jfm1464ow==',
      'linux-arm64': 'sha512-1uD+Qvcu14ZJ6JVhsAiOeAiCQI0Nnu+y60VJnwhq8nGr+1l7XKFnNlZ42f619d+h5UzRQtO3pwpBEM2FYR/83Q==',
    },
  },
};

/** The majors whose fingerprints are compared with those of the Node that runs the tests. */
export const OTHER_MAJORS = Object.keys(PINNED).map(Number).filter((major) => major !== Number(process.versions.node.split('.')[0]));

/** Why an engine is not there. */
export interface Absent {
  readonly reason: string;
}

/** The pinned Node of a major, which is put beside the project once and kept. */
export async function findNode(major: number): Promise<{ readonly path: string } | Absent> {
  const { version, hashes } = PINNED[major]!;
  const machine = `${process.platform}-${process.arch}`;
  const hash = hashes[machine];
  if (hash === undefined) return { reason: `no Node ${version} is vouched for on ${machine}` };
  const name = `node-${machine}`;
  const folder = join(ROOT, 'node_modules', '.cache', `node-${version}`);
  const path = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(path)) {
    const failed = await install(`${name}@${version}`, folder);
    if (failed !== null) return { reason: `Node ${version} could not be installed: ${failed}` };
  }
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, { readonly integrity?: string }>> };
  if (packages[`node_modules/${name}`]?.integrity !== hash) throw new Error(`${folder} does not hold the Node that is pinned: delete it`);
  const said = await start(path, ['--version']);
  return said.code === 0 && said.stdout.trim() === `v${version}` ? { path } : { reason: `Node ${version} does not run here: ${firstLine(said.stderr)}` };
}

/** Installed in a folder of its own and moved into place, so that what is kept is whole. The package is the executable alone, without scripts. */
async function install(what: string, folder: string): Promise<string | null> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const args = ['install', '--prefix', fresh, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=0', '--fetch-timeout=40000', what];
    const npm = process.env['npm_execpath'];
    const { code, stderr } = npm !== undefined && /npm-cli\.[cm]?js$/.test(npm) ? await start(process.execPath, [npm, ...args], fresh) : await start('npm', args, fresh);
    if (code !== 0) return firstLine(stderr);
    if (!existsSync(folder)) renameSync(fresh, folder);
    return null;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Does the work in a Node. */
export async function workInNode(path: string, module: string, work: Work): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-node-'));
  try {
    writeFileSync(join(folder, 'engine.mjs'), module);
    writeFileSync(join(folder, 'work.json'), JSON.stringify(work));
    writeFileSync(join(folder, 'start.mjs'), "import { readFileSync } from 'node:fs';\nimport { answer } from './engine.mjs';\nprocess.stdout.write(JSON.stringify(answer(JSON.parse(readFileSync('work.json', 'utf8')))));\n");
    const { code, stdout, stderr } = await start(path, ['start.mjs'], folder);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Answer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(command: string, args: readonly string[], cwd = ROOT): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((end) => {
    const child = execFile(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, NODE_OPTIONS: '' } }, (error, stdout, stderr) => {
      end({ code: error === null ? 0 : child.exitCode, stdout, stderr: stderr === '' && error !== null ? error.message : stderr });
    });
  });
}

const firstLine = (text: string): string => text.trim().split('\n')[0]!;
