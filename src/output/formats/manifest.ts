/** A file that a run read, as it was on disk. */
export interface ManifestInput {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: string;
  /** Absent for files that are not tables. */
  readonly delimiter?: string;
  readonly decimalMark?: string;
  readonly rows?: number;
}

/** A file that a run wrote. */
export interface ManifestOutput {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** All that makes a run repeatable. `times` alone may differ between two runs of the same thing. */
export interface Manifest {
  readonly format: 1;
  readonly complete: true;
  readonly product: { readonly name: 'flaskhals'; readonly version: string; readonly commit: string | null };
  readonly machine: { readonly node: string; readonly icu: string; readonly platform: string };
  readonly command: readonly string[];
  readonly seed: number;
  readonly replications: number;
  /** Threads asked for; auto: as many as paid. The answer is the same for any number. */
  readonly workers: number | 'auto';
  readonly inputs: readonly ManifestInput[];
  readonly scenarios: readonly { readonly name: string; readonly scenarioHash: string; readonly fingerprint: string }[];
  /** Settings of the model that differ from their default. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** Fingerprint of the run that stood in the folder before, if any. */
  readonly replaces: string | null;
  readonly warnings: readonly string[];
  readonly outputs: readonly ManifestOutput[];
  readonly times: { readonly start: string; readonly end: string; readonly computingSeconds: number };
  /** Hash of the manifest itself, taken with nothing between these quotes. */
  readonly seal: string;
}

/** What a caller must know of a run to vouch for it. */
export type ManifestParts = Omit<Manifest, 'format' | 'complete' | 'product' | 'seal'> & { readonly version: string; readonly commit: string | null };

/** manifest.json, written last: a folder without it, or where a hash in it does not match, holds no result. Files stand in order of path. */
export function writeManifest(parts: ManifestParts): string {
  const { version, commit, machine, command, seed, replications, workers, inputs, scenarios, options, replaces, warnings, outputs, times } = parts;
  const manifest: Manifest = {
    format: 1,
    complete: true,
    product: { name: 'flaskhals', version, commit },
    ...{ machine, command, seed, replications, workers },
    inputs: inputs.toSorted(byPath),
    ...{ scenarios, options, replaces, warnings },
    outputs: outputs.toSorted(byPath),
    times,
    seal: '',
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
