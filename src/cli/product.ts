import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the product itself. */
export const HOME = join(import.meta.dirname, '..', '..');

/** The product's version, from its package file. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string }).version;
}

/** What the product was built from: another build may give other numbers under the same version. Empty where it was not built by its own setup. */
export function readBuild(): string {
  const stamp = join(HOME, 'dist', '.built');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
}

/** The commit that the product stands at, where it is a checkout. */
export function readCommit(): string | null {
  const head = join(HOME, '.git', 'HEAD');
  if (!existsSync(head)) return null;
  const text = readFileSync(head, 'utf8').trim();
  if (!text.startsWith('ref: ')) return text;
  const ref = join(HOME, '.git', text.slice(5));
  return existsSync(ref) ? readFileSync(ref, 'utf8').trim() : null;
}
