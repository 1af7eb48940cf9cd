import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROVING } from '../support/random.js';
import type { Answer } from './bundle.js';
import type { Absent } from './nodes.js';
import type { Work } from './work.js';

/** A browser by the commands it goes by, how it is started without a window and with a profile of its own, and how it names itself. */
export interface Browser {
  readonly name: string;
  readonly commands: readonly string[];
  readonly says: RegExp;
  readonly flags: (profile: string) => readonly string[];
}

// What a fresh Firefox would otherwise do on its own: look for updates, report, ask to be the default, stop what computes for long.
const PREFERENCES: Readonly<Record<string, boolean | number>> = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.max_script_run_time': 0,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** The browsers whose fingerprints are compared. */
export const BROWSERS: readonly Browser[] = [
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    says: /Chrome\/\d+/,
    flags: (profile) => ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', `--user-data-dir=${profile}`],
  },
  {
    name: 'Firefox',
    commands: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    says: /Firefox\/\d+/,
    flags: (profile) => {
      writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES).map(([key, value]) => `user_pref("${key}", ${String(value)});\n`).join(''));
      return ['--headless', '--no-remote', '--profile', profile];
    },
  },
];

const PAGE = `<!doctype html><meta charset="utf-8"><title>work</title><link rel="icon" href="data:,"><script type="module">
const say = (path, body) => fetch(path, { method: 'POST', body: JSON.stringify(body) });
try {
  const { answer } = await import('/engine.js');
  await say('/answer', answer(await (await fetch('/work.json')).json()));
} catch (error) {
  await say('/failed', String(error) + '\\n' + String(error?.stack));
}
</script>`;

const WITHIN_MS = PROVING ? 3_000_000 : 150_000;

/** Does the work on a page. A browser that ends or stays silent without having asked for the page cannot be used here; what goes wrong after that is a failure. */
export async function workInBrowser(browser: Browser, command: string, module: string, work: Work): Promise<Answer | Absent> {
  const profile = mkdtempSync(join(tmpdir(), 'flaskhals-browser-'));
  const hear = { asked: false, end: (_: Answer | Absent | Error) => {} };
  const heard = new Promise<Answer | Absent | Error>((end) => (hear.end = end));
  const server = await serve(module, JSON.stringify(work), hear);
  const { port } = server.address() as AddressInfo;
  const child = spawn(command, [...browser.flags(profile), `http://127.0.0.1:${port}/`], { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' } });
  const gone = (why: string): void => {
    hear.end(hear.asked ? new Error(`${browser.name} ${why} before it answered`) : { reason: `${command} ${why} without asking for the page` });
  };
  child.stderr.resume();
  child.once('error', (error) => { gone(`could not be started (${error.message})`); });
  child.once('exit', (code) => { gone(`ended with ${code ?? 'a signal'}`); });
  const timer = setTimeout(() => { gone('was silent for too long'); }, WITHIN_MS);
  try {
    const answer = await heard;
    if (answer instanceof Error) throw answer;
    return answer;
  } finally {
    clearTimeout(timer);
    await close(child);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Serves the page to this machine alone, and hears what it says. */
async function serve(module: string, work: string, hear: { asked: boolean; readonly end: (answer: Answer | Error) => void }): Promise<Server> {
  const served: Readonly<Record<string, readonly [string, string]>> = { '/': ['text/html', PAGE], '/engine.js': ['text/javascript', module], '/work.json': ['application/json', work] };
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void readAll(request).then((text) => {
        response.end();
        hear.end(request.url === '/answer' ? (JSON.parse(text) as Answer) : new Error(JSON.parse(text) as string));
      });
      return;
    }
    const found = served[request.url ?? ''];
    if (request.url === '/') hear.asked = true;
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': `${found?.[0] ?? 'text/plain'}; charset=utf-8` }).end(found?.[1]);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Ends a browser with all that it started. */
async function close(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((end) => child.once('exit', end));
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await ended;
}
