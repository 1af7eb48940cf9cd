import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import type { Table } from '../../src/base/index.js';

/** A CSV file of the project as a table, its cells as text. */
export function readTable(path: string): Table {
  const lines = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data;
  return {
    file: path,
    columns: lines[0]!,
    rows: lines.slice(1),
    lines: lines.slice(1).map((_, i) => i + 2),
    read: { delimiter: ',', decimalMark: '.', markKnown: true, encoding: 'utf-8', headerLine: 1 },
  };
}

/** The rows of a table, cells by column. */
export function readRows(path: string): Record<string, string>[] {
  const table = readTable(path);
  return table.rows.map((cells) => Object.fromEntries(table.columns.map((column, i) => [column, cells[i] ?? ''])));
}

/** All CSV files of data/, by path from there. */
export function dataFiles(): string[] {
  const inFolder = (folder: string): string[] =>
    readdirSync(join('data', folder))
      .filter((file) => file.endsWith('.csv'))
      .map((file) => join(folder, file));
  return ['', 'published', 'derived'].flatMap(inFolder);
}

/** What the rules read: data/published and data/assumptions.csv, by name of file. */
export function publishedTables(): Record<string, Table> {
  const files = dataFiles().filter((file) => file.startsWith('published') || file === 'assumptions.csv');
  return Object.fromEntries(files.map((file) => [basename(file), readTable(join('data', file))]));
}
