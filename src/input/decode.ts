import { toIssue } from '../model/index.js';
import type { Issue } from '../base/index.js';

/** How the bytes of a file become text. */
export type Encoding = 'utf-8' | 'windows-1252';

/** Text of a file with line breaks made one kind, or the first thing that keeps it from being text. */
export function decode(bytes: Uint8Array, file: string, encoding: Encoding = 'utf-8'): { readonly text: string; readonly hadMark: boolean } | { readonly issue: Issue } {
  const hadMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (encoding === 'utf-8') {
    const bad = firstBadByte(bytes);
    if (bad >= 0) return { issue: notUtf8(bytes, bad, file) };
  }
  const text = new TextDecoder(encoding).decode(bytes);
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/u.exec(text);
  if (control) return { issue: toIssue({ file, ...placeIn(text, control.index), path: '' }, { code: 'control-character', found: control[0] }) };
  return { text, hadMark };
}

/** Line and column (from 1) of an offset, whatever ends the lines. */
function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: lines[lines.length - 1]!.length + 1 };
}

function notUtf8(bytes: Uint8Array, at: number, file: string): Issue {
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  const hex = bytes[at]!.toString(16).toUpperCase().padStart(2, '0');
  const { line, column } = placeIn(before, before.length);
  const reads = new TextDecoder('windows-1252').decode(bytes.subarray(Math.max(0, at - 20), at + 20)).split(/[\r\n]/);
  return toIssue({ file, line, column, path: '' }, { code: 'not-utf8', values: { byte: hex, at: line, column }, found: reads.find((part) => part.includes(String.fromCharCode(bytes[at]!))) ?? hex });
}

/** Offset of the first byte that cannot stand there in UTF-8, or −1. */
function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return -1;
}

/** Bytes of the character that begins at i; 0 when none does (overlong forms and surrogates included). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[i + 1] ?? 0;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const beyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
}
