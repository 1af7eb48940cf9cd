import type { Violation } from './rules.js';

/** A file that git keeps: its path, its mode, and its text (binary files: nothing). */
export interface TrackedFile {
  readonly path: string;
  readonly mode: string; // as git writes it: 100644, 100755
  readonly text: string;
}

interface Manifest {
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const EXECUTABLE = ['bin/flaskhals.js', '.ci/run'];

// Written in parts, so that this file does not break its own rule.
const MACHINE_WORDS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<![\\w.])(\\.\\./)+${'sha'}${'red'}\\b`), 'a folder beside the project'],
  [new RegExp(`(?<![\\w.@/-])/${'wo'}${'rk'}/`), "a folder of somebody's machine"],
  [new RegExp(`(?<![\\w.@/-])/(${'ho'}${'me'}|${'Us'}${'ers'}|${'ro'}${'ot'})/[\\w.]`), "a folder of somebody's machine"],
  [new RegExp(`registry\\.${'npm'}${'js'}|registry\\.${'yarn'}pkg`), 'the address of a package registry'],
];

/** What every clone must find: nothing that names a machine, and a launcher that may be run. */
export function checkTracked(files: readonly TrackedFile[]): readonly Violation[] {
  const named = files.filter(({ path }) => !path.startsWith('data/published/')).flatMap(findMachineWords);
  const still = EXECUTABLE.flatMap((path) => {
    const mode = files.find((file) => file.path === path)?.mode ?? 'absent';
    return mode === '100755' ? [] : [{ where: `${path}:1`, rule: 'mode', sentence: `Must be committed with mode 755 (is ${mode}): git update-index --chmod=+x ${path}.` }];
  });
  const made = files
    .filter(({ path }) => /^(dist|node_modules|coverage)\//.test(path) || (path.startsWith('reports/') && !path.startsWith('reports/filed/')))
    .map(({ path }) => ({ where: `${path}:1`, rule: 'generated', sentence: 'What is installed, built or generated is not committed: git rm --cached it.' }));
  return [...named, ...still, ...made];
}

function findMachineWords({ path, text }: TrackedFile): readonly Violation[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) =>
    MACHINE_WORDS.filter(([pattern]) => pattern.test(line)).map(([, what]) => ({
      where: `${path}:${String(i + 1)}`,
      rule: 'machine',
      sentence: `Names ${what}: nobody else has it; say what is meant, or a path inside the project.`,
    })),
  );
}

/** What makes every install the same: exact versions, a lock file that holds a hash for each package and no address. */
export function checkPackages(manifest: Manifest, lock: Lock): readonly Violation[] {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const loose = wanted
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => broken('package.json', 'exact versions', `${name} is "${version}": give one exact version, so that next year's install is this one.`));
  const unlocked = wanted
    .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
    .map(([name]) => broken('package-lock.json', 'lock', `${name} is not locked at the version of package.json: run npm install and commit the lock file.`));
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  const addressed = packages
    .filter(([, each]) => each.resolved !== undefined)
    .map(([path]) => broken('package-lock.json', 'lock', `${path} holds a download address: keep omit-lockfile-registry-resolved=true in .npmrc and lock again.`));
  const unhashed = packages
    .filter(([, each]) => each.integrity === undefined || !/^sha(512|256|1)-/.test(each.integrity))
    .map(([path]) => broken('package-lock.json', 'lock', `${path} has no integrity hash: nothing vouches for what is installed; lock again.`));
  const torn = packages.flatMap(([path, each]) =>
    Object.keys(each.optionalDependencies ?? {})
      .filter((name) => lock.packages[`node_modules/${name}`] === undefined && lock.packages[`${path}/node_modules/${name}`] === undefined)
      .map((name) => broken('package-lock.json', 'lock', `${path} wants ${name}, which is not locked, so npm ci refuses it: pick a version whose parts are all published.`)),
  );
  const engine = manifest.engines?.['node'] === '>=20.19' ? [] : [broken('package.json', 'engines', 'The product supports Node 20.19 and later: say so in engines.node.')];
  return [...engine, ...loose, ...unlocked, ...addressed, ...unhashed, ...torn];
}

const broken = (file: string, rule: string, sentence: string): Violation => ({ where: `${file}:1`, rule, sentence });

/** Every dependency has a reason and a home written down. */
export function checkReasons(manifest: Manifest, decisions: string): readonly Violation[] {
  const written = new Set([...decisions.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const missing = names
    .filter((name) => !written.has(name))
    .map((name) => broken('docs/decisions/dependencies.md', 'reasons', `${name} has no row: write why it is needed and the one place that uses it.`));
  const gone = [...written]
    .filter((name) => name !== undefined && !names.includes(name))
    .map((name) => broken('docs/decisions/dependencies.md', 'reasons', `${String(name)} has a row but is not a dependency: take the row away.`));
  return [...missing, ...gone];
}
