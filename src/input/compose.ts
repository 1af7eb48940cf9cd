import { Composer, Lexer, LineCounter, Parser, type CST, type Document, type YAMLError } from 'yaml';
import { yamlDetail, type Issue, type Path } from '../base/index.js';
import { toIssue, type Fault } from '../model/index.js';
import type { Limits } from './limits.js';

/** A YAML file composed but not yet turned into values; offsets are of `text`. */
export interface Composed {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly content: Document.Parsed;
}

/** Says something of an offset in a YAML file. */
export function issueAt(at: Pick<Composed, 'file' | 'lines'>, offset: number, fault: Fault, path: Path | string = ''): Issue {
  const { line, col } = at.lines.linePos(offset);
  return toIssue({ file: at.file, line: Math.max(1, line), column: Math.max(1, col), path: typeof path === 'string' ? path : path.join('.') }, fault);
}

/** Composes one YAML document: no directives, no tags, no second document, nothing nested or aliased past the limits. */
export function compose(source: string, file: string, limits: Limits): { readonly composed: Composed } | { readonly issues: readonly Issue[] } {
  const text = source.replaceAll(/\r(?!\n)/g, '\n');
  const lines = new LineCounter();
  lines.addNewLine(0);
  const scanned = scan(text, { file, lines }, limits);
  if (scanned.issues.length > 0) return { issues: scanned.issues };
  const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;
  const [content] = [...new Composer(options).compose(scanned.tokens, true, text.length)];
  const errors = content?.errors ?? [];
  if (!content || errors.length > 0) return { issues: syntaxIssues(errors, text, { file, lines }, scanned.lastQuote) };
  return { composed: { file, text, lines, content: content } };
}

const LONGEST_SHOWN = 100;

interface Scan {
  readonly tokens: readonly CST.Token[];
  readonly issues: readonly Issue[];
  /** Where the last quoted text begins: the one that is to blame when a quote is not closed. */
  readonly lastQuote: number;
}

/** Reads the file token by token, so that what is too deep or too many is refused before anything is built of it. */
function scan(text: string, at: Pick<Composed, 'file' | 'lines'>, limits: Limits): Scan {
  const parser = new Parser(at.lines.addNewLine);
  const tokens: CST.Token[] = [];
  const issues: Issue[] = [];
  let aliases = 0;
  let previous = '';
  let lastQuote = 0;
  let parts = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    if (previous !== '\u001f' && lexeme.startsWith('*')) aliases += 1;
    if (previous !== '\u001f' && lexeme.startsWith('!')) issues.push(issueAt(at, offset, { code: 'tag', found: lexeme }));
    parts += 1;
    if (parts > limits.parts) return { tokens, lastQuote, issues: [issueAt(at, offset, { code: 'too-many-parts', values: { max: limits.parts, limit: 'parts' } })] };
    if (aliases > limits.aliases) return { tokens, lastQuote, issues: [issueAt(at, offset, { code: 'too-many-aliases', found: lexeme, values: { max: limits.aliases, limit: 'aliases' } })] };
    if (previous !== '\u001f' && /^["']/.test(lexeme)) lastQuote = offset;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length - 1 > limits.nesting) return { tokens, lastQuote, issues: [issueAt(at, offset, { code: 'too-deep', values: { max: limits.nesting, limit: 'nesting' } })] };
    previous = lexeme;
  }
  tokens.push(...parser.end());
  const documents = tokens.filter((token) => token.type === 'document');
  for (const token of tokens.filter((one) => one.type === 'directive')) issues.push(issueAt(at, token.offset, { code: 'directive', found: 'source' in token ? token.source : '' }));
  if (documents.length > 1) issues.push(issueAt(at, documents[1]!.offset, { code: 'second-document', found: text.slice(documents[1]!.offset).split('\n', 1)[0]! }));
  return { tokens, issues, lastQuote };
}

function syntaxIssues(errors: readonly YAMLError[], text: string, at: Pick<Composed, 'file' | 'lines'>, lastQuote: number): readonly Issue[] {
  const tab = /^ *\t+(?=[^\s#])/m.exec(text);
  if (tab) return [issueAt(at, tab.index + tab[0].indexOf('\t'), { code: 'tab', found: '\t' })];
  const seen = new Set<number>();
  return errors.slice(0, 1000).flatMap((error) => {
    const offset = /Missing closing ["']/.test(error.message) ? lastQuote : Math.min(error.pos[0], text.length);
    const { line } = at.lines.linePos(offset);
    if (seen.has(line)) return [];
    seen.add(line);
    const found = text.slice(offset, offset + LONGEST_SHOWN).split('\n')[0] ?? '';
    return [issueAt(at, offset, { code: 'yaml-syntax', found, values: yamlDetail(error.code, error.message) })];
  });
}
