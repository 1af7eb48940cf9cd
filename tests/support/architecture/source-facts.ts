import ts from 'typescript';

/** One import of a file: from where, and what by name (`*` for all of it, nothing for a bare import). */
export interface Import {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly line: number;
}

/** A word that a pure folder may not say: the clock, chance, the console, the process, or waiting for something. */
export interface Word {
  readonly word: string;
  readonly line: number;
}

/** What the architecture rules need to know of a source file. */
export interface SourceFacts {
  readonly path: string; // from the root, with '/'
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly defaultExports: readonly number[]; // lines
  readonly impure: readonly Word[];
}

/** Where a dynamic import gets its file from cannot be told by reading. */
export const UNREADABLE = '(computed)';

const IMPURE_NAMES = new Set([
  ...['Date', 'performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['crypto', 'console', 'process', 'globalThis', 'global', 'fetch', 'Promise', 'eval'],
]);

/** Reads a source file as text: its imports in every way of writing them, its default exports, and the impure words it says. */
export function readFacts(path: string, text: string): SourceFacts {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const defaultExports: number[] = [];
  const impure: Word[] = [];
  const line = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node: ts.Node): void => {
    const found = findImport(node);
    if (found !== undefined) imports.push({ ...found, line: line(node) });
    if (isDefaultExport(node)) defaultExports.push(line(node));
    const word = findImpureWord(node);
    if (word !== undefined) impure.push({ word, line: line(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, defaultExports, impure };
}

function findImport(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: read(node.moduleSpecifier), names: importedNames(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const clause = node.exportClause;
    const names = clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map((each) => (each.propertyName ?? each.name).text) : ['*'];
    return { specifier: read(node.moduleSpecifier), names };
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return { specifier: read(node.moduleReference.expression), names: ['*'] };
  }
  if (ts.isImportTypeNode(node)) {
    const of = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return { specifier: read(of), names: [node.qualifier?.getText() ?? '*'] };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression;
  const loads = called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
  return loads ? { specifier: read(node.arguments[0]), names: ['*'] } : undefined;
}

const read = (node: ts.Node | undefined): string => (node !== undefined && ts.isStringLiteralLike(node) ? node.text : UNREADABLE);

function importedNames(clause: ts.ImportClause | undefined): readonly string[] {
  if (clause === undefined) return [];
  const own = clause.name === undefined ? [] : ['default'];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return own;
  return ts.isNamedImports(bindings) ? [...own, ...bindings.elements.map((each) => (each.propertyName ?? each.name).text)] : [...own, '*'];
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent);
}

function findImpureWord(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isAwaitExpression(node)) return 'await';
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (!ts.isIdentifier(node) || isNameOfMember(node)) return undefined;
  if (node.text === 'Math') return isPlainMath(node) ? undefined : 'Math.random';
  return IMPURE_NAMES.has(node.text) ? node.text : undefined;
}

// `of.Date`, `{ Date: … }` and the like only share their name with the clock.
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  return ts.isMethodDeclaration(parent) || ts.isImportSpecifier(parent) || ts.isJSDoc(parent);
}

// Math handed on whole, or taken apart, could be random again under another name.
const isPlainMath = (node: ts.Identifier): boolean => ts.isPropertyAccessExpression(node.parent) && node.parent.name.text !== 'random';
