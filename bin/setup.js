#!/usr/bin/env node
// Installs what is missing and builds what is out of date, so that one command is enough on a fresh machine.
// Uses nothing but Node itself; does nothing, and needs no network, when everything is in place.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const OLDEST = [20, 19];
const WAIT_MS = 10 * 60_000;
const root = join(import.meta.dirname, '..');

checkNode();
if (!isInstalled() || !isBuilt()) {
  const unlock = lock();
  try {
    // Asked again: another run may have done it while this one waited.
    if (!isInstalled()) install();
    if (!isBuilt()) await build();
  } finally {
    unlock();
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  stop(`flaskhals behöver Node ${OLDEST.join('.')} eller senare; här finns ${process.versions.node}.`, `Needs Node ${OLDEST.join('.')} or later.`);
}

// npm writes its own list last of all, so an install that was cut short is not taken for a whole one.
function isInstalled() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const found = readJson(join('node_modules', '.package-lock.json'))?.packages;
  if (found === undefined) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, peer, link }]) => {
    if (path === '' || link) return true;
    const there = found[path];
    // What is optional may be meant for another machine.
    if (there === undefined) return optional === true || devOptional === true || peer === true;
    return there.version === version && there.integrity === integrity && existsSync(join(root, path, 'package.json'));
  });
}

function install() {
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci would empty the folder that the link leads to.
    stop('node_modules är en länk och stämmer inte med package-lock.json: ta bort länken.', 'node_modules is a link to what belongs to another checkout: remove the link.');
  }
  say('Installerar det som saknas … (installing what is missing)');
  const done = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done.error !== undefined) stop(`npm gick inte att starta (${done.error.message}).`, 'npm could not be started: is it installed with Node?');
  if (done.status !== 0) {
    stop('Installationen misslyckades: se ovan. Den behöver nätverk första gången.', 'The installation failed: see above. It needs the network the first time.');
  }
}

// npm tells where it is to what it runs; on Windows that also goes past npm.cmd, which needs a shell.
function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)) return spawnSync(process.execPath, [cli, ...args], options);
  return process.platform === 'win32' ? spawnSync(['npm', ...args].join(' '), { ...options, shell: true }) : spawnSync('npm', args, options);
}

function isBuilt() {
  const stamp = join(root, 'dist', '.built');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildHash();
}

function buildHash() {
  const sum = createHash('sha256');
  for (const file of [...listFiles('src'), 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'bin/setup.js', 'bin/bundle.js']) {
    const bytes = readFileSync(join(root, file));
    sum.update(`${file.split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return sum.digest('hex');
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

// Built beside and moved into place: what stands in dist is always a whole build.
async function build() {
  say('Bygger … (building)');
  const hash = buildHash();
  const fresh = join(root, 'dist.new');
  rmSync(fresh, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = ['-p', 'tsconfig.build.json', '--outDir', fresh, '--incremental', 'false'];
  const done = spawnSync(process.execPath, [tsc, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0 || !(await bundleProgram(fresh))) {
    rmSync(fresh, { recursive: true, force: true });
    stop('Bygget misslyckades: se ovan.', 'The build failed: see above.');
  }
  writeFileSync(join(fresh, '.built'), hash);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
}

// Imported when it is wanted: the packages that it needs may just have been installed.
async function bundleProgram(fresh) {
  try {
    const { bundle } = await import('./bundle.js');
    await bundle({ main: join(fresh, 'cli', 'main.js'), worker: join(fresh, 'cli', 'worker.js') }, join(fresh, 'program'));
    return true;
  } catch (error) {
    say(String(error));
    return false;
  }
}

// One at a time for each checkout: a folder is made by one only. What was left by a run that died is taken over.
function lock() {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `flaskhals-${name}`);
  const owner = join(folder, 'owner');
  const until = Date.now() + WAIT_MS;
  for (let said = false; ; said = true) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      // stop() leaves at once, so the folder is given back on the way out.
      const unlock = () => rmSync(folder, { recursive: true, force: true });
      process.once('exit', unlock);
      return unlock;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeft(folder, owner)) rmSync(folder, { recursive: true, force: true });
    else if (Date.now() > until) stop(`Någon annan installerar eller bygger ännu; annars: ta bort ${folder}.`, `Still locked by another run; if there is none, remove ${folder}.`);
    else {
      if (!said) say('Väntar på en annan körning … (waiting for another run)');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
}

function isLeft(folder, owner) {
  try {
    if (!existsSync(owner)) return Date.now() - statSync(folder).mtimeMs > 10_000;
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT';
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(swedish, english) {
  say(`${swedish} (${english})`);
  process.exit(1);
}
