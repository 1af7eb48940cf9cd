import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/documents.js';

/** The server that editors ask about YAML; undefined where it is not installed. */
export const SERVER = [join(ROOT, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server')].find((path) => existsSync(path));

/** A place in a text, both counted from 0. */
export interface Spot {
  readonly line: number;
  readonly character: number;
}

/** A complaint as the editor underlines it. */
export interface Underlined {
  readonly range: { readonly start: Spot };
  readonly message: string;
}

/** An editor that has nothing open yet. */
export interface Editor {
  /** Opens a text as the file of that path, which need not be there, and waits for what is underlined. */
  readonly open: (path: string, text: string) => Promise<readonly Underlined[]>;
  /** The words offered at a place. */
  readonly complete: (path: string, at: Spot) => Promise<readonly string[]>;
  /** What is shown when the pointer rests at a place; '' when nothing is. */
  readonly hover: (path: string, at: Spot) => Promise<string>;
  readonly close: () => void;
}

// As editors have them, but for the catalogue of other people's schemas, which would be fetched from the network.
const SETTINGS = [{ validate: true, hover: true, completion: true, schemaStore: { enable: false } }, {}, {}, {}, {}];

type Body = Readonly<Record<string, unknown>>;

/** Starts the server, and speaks the language server protocol with it: JSON in frames that say their length. */
export async function startEditor(server: string): Promise<Editor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, (result: unknown) => void>();
  const judged = new Map<string, (found: readonly Underlined[]) => void>();
  const send = (body: Body): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...body });
    child.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  };
  readFrames(child.stdout, (body) => {
    // The server asks its editor in turn: for settings, of which YAML's stand first, and for what it may do without.
    if (body['method'] !== undefined && body['id'] !== undefined) send({ id: body['id'], result: body['method'] === 'workspace/configuration' ? SETTINGS : null });
    else if (body['method'] === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = body['params'] as { uri: string; diagnostics: readonly Underlined[] };
      judged.get(uri)?.(diagnostics);
    } else if (typeof body['id'] === 'number') answers.get(body['id'])?.(body['result']);
  });
  let asked = 0;
  const ask = (method: string, params: Body): Promise<unknown> =>
    new Promise((answer) => {
      answers.set(++asked, answer);
      send({ id: asked, method, params });
    });
  const uriOf = (path: string): string => pathToFileURL(join(ROOT, path)).href;
  const spot = (path: string, at: Spot): Body => ({ textDocument: { uri: uriOf(path) }, position: at });
  await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(ROOT).href, capabilities: {} });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: {} } });
  return {
    open: (path, text) =>
      new Promise((found) => {
        judged.set(uriOf(path), found);
        send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uriOf(path), languageId: 'yaml', version: 1, text } } });
      }),
    complete: async (path, at) => {
      const offered = (await ask('textDocument/completion', spot(path, at))) as { items: readonly { label: string }[] } | null;
      return offered?.items.map(({ label }) => label) ?? [];
    },
    hover: async (path, at) => {
      const shown = (await ask('textDocument/hover', spot(path, at))) as { contents: { value: string } } | null;
      return shown?.contents.value ?? '';
    },
    close: () => child.kill(),
  };
}

function readFrames(stream: NodeJS.ReadableStream, take: (body: Body) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(0, head)).toString('latin1'))?.[1]);
      if (head < 0 || rest.length < head + 4 + length) return;
      take(JSON.parse(rest.subarray(head + 4, head + 4 + length).toString('utf8')) as Body);
      rest = rest.subarray(head + 4 + length);
    }
  });
}
