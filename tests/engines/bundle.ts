import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from '../support/documents.js';
import type { Done } from './work.js';

/** What an engine answers: what came of the work, who it is, and how long it took. */
export interface Answer extends Done {
  readonly engine: string;
  readonly ms: number;
}

/** One ES module of everything between a scenario's text and its findings. It may import nothing: a page has no Node. */
export async function bundleWork(): Promise<string> {
  const build = await rolldown({ cwd: ROOT, input: join(import.meta.dirname, 'entry.js'), platform: 'browser', resolve: { extensionAlias: { '.js': ['.ts', '.js'] } }, logLevel: 'silent' });
  try {
    const { output } = await build.generate({ format: 'esm' });
    const [main, ...more] = output;
    const asked = [...main.imports, ...main.dynamicImports, ...more.map(({ fileName }) => fileName)];
    if (asked.length > 0) throw new Error(`the module is not whole by itself: ${asked.join(', ')}`);
    return main.code;
  } finally {
    await build.close();
  }
}
