import { exitOf, formatIssues } from '../base/index.js';
import type { Issue } from '../base/index.js';
import { readJson } from '../input/index.js';
import type { Limits, ReadJson } from '../input/index.js';
import { toIssue } from '../model/index.js';
import type { Complaint, Judgement } from '../model/index.js';
import { Failure } from './failure.js';
import { diskSource } from './files.js';
import type { Lang } from './options.js';

/** A JSON file read and judged by its form, and where each part of it stands. */
export interface Judged<T> {
  readonly value: T;
  readonly locate: ReadJson['locate'];
}

/** Reads a JSON file from disk, and fails with everything that is wrong with its form. */
export function readJsonFile<T>(path: string, judge: (value: unknown) => Judgement<T>, limits: Limits, lang: Lang): Judged<T> {
  const read = readJson(diskSource(path), path, limits);
  if (!read.ok) throw new Failure(exitOf(read.issues) || 3, formatIssues(read.issues, lang));
  const { value, locate } = read.value;
  const judged = judge(value);
  if ('complaints' in judged) throw complainOf(judged.complaints, locate, lang);
  return { value: judged.value, locate };
}

/** The failure that complaints of a file are, in file order. */
export function complainOf(complaints: readonly Complaint[], locate: ReadJson['locate'], lang: Lang): Failure {
  const issues = issuesOf(complaints, locate, 'error');
  return new Failure(exitOf(issues) || 3, formatIssues(issues, lang));
}

/** Tells on stderr what is odd about a file that is nevertheless taken. */
export function warnOf(complaints: readonly Complaint[], locate: ReadJson['locate'], lang: Lang): void {
  for (const line of formatIssues(issuesOf(complaints, locate, 'warning'), lang)) process.stderr.write(`${line}\n`);
}

function issuesOf(complaints: readonly Complaint[], locate: ReadJson['locate'], severity: Issue['severity']): Issue[] {
  return complaints.map(({ path, part, fault }) => toIssue(locate(path, part), fault, severity)).sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}
