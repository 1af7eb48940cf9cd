import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

// A link of a document: as written, and the line it stands on.
interface Link {
  readonly target: string;
  readonly line: number;
}

/** A command that a document tells its reader to type, and the exit code that it promises. */
export interface Command {
  readonly text: string;
  readonly line: number;
  readonly exit: number;
}

/** The checkout that the tests run in. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Every file that git keeps, or would keep, from the root. */
export function listProject(): readonly string[] {
  const listed = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

/** The documents whose links and commands are promises: README, the change log and all of docs. */
export function listDocuments(): readonly string[] {
  return listProject().filter((path) => /^(README|CHANGELOG)\.md$/.test(path) || /^docs\/.*\.md$/.test(path));
}

/** A file of the project as text. */
export function readProject(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

// The links and pictures of a document; what stands in code is no link.
function findLinks(text: string): readonly Link[] {
  const prose = hideFences(text).replaceAll(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
  return prose.split('\n').flatMap((row, i) => {
    const inline = [...row.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
    const defined = [...row.matchAll(/^\s*\[[^\]]+\]:\s*(\S+)/g)];
    return [...inline, ...defined].map((match) => ({ target: match[1]!, line: i + 1 }));
  });
}

/** The names that a link may point to within a document, as they are made from its headings. */
export function findAnchors(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const match of hideFences(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = match[1]!.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.add(times === 0 ? slug : `${slug}-${String(times)}`);
  }
  for (const match of text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)) anchors.add(match[1]!);
  return anchors;
}

/** What is wrong with the links of a document, a sentence each. `files` are all files of the project, `read` gives their text. */
export function checkLinks(path: string, text: string, files: ReadonlySet<string>, read: (path: string) => string): readonly string[] {
  const folders = new Set([...files].flatMap((file) => file.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))));
  return findLinks(text).flatMap(({ target, line }) => {
    if (/^[a-z][a-z+.-]*:/i.test(target)) return [];
    const [written = '', anchor] = target.split('#');
    const file = written === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(written)).replace(/\/$/, '');
    if (!files.has(file) && !folders.has(file)) return [`${path}:${String(line)}: ${target}: no such file in the project`];
    if (anchor === undefined) return [];
    const known = files.has(file) && file.endsWith('.md') && findAnchors(file === path ? text : read(file)).has(decodeURIComponent(anchor));
    return known ? [] : [`${path}:${String(line)}: ${target}: no such heading there`];
  });
}

/** The commands in a document's `sh` blocks: a line each, less its comment. `# exit 3` says that it is meant to end so. */
export function findCommands(text: string): readonly Command[] {
  const commands: Command[] = [];
  let inShell = false;
  text.split('\n').forEach((row, i) => {
    const fence = /^\s*```\s*(\w*)/.exec(row);
    if (fence !== null) inShell = !inShell && fence[1] === 'sh';
    else if (inShell) {
      const command = row.replace(/(^|\s)#.*$/, '').trim();
      if (command !== '') commands.push({ text: command, line: i + 1, exit: Number(/#\s*exit (\d+)\s*$/.exec(row)?.[1] ?? 0) });
    }
  });
  return commands;
}

const hideFences = (text: string): string => text.replaceAll(/^\s*```[\s\S]*?^\s*```\s*$/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
