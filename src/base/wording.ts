import { boundary } from './catalogue/boundary.js';
import { changes } from './catalogue/changes.js';
import { checks } from './catalogue/checks.js';
import type { Entry } from './catalogue/entry.js';
import { expressions } from './catalogue/expressions.js';
import { fields, meaning } from './catalogue/fields.js';
import { files, json, yaml } from './catalogue/files.js';
import { names, tables } from './catalogue/names.js';
import { numbers } from './catalogue/numbers.js';
import { recruitment } from './catalogue/recruitment.js';
import { ways } from './catalogue/ways.js';
import type { Issue } from './issue.js';

/** The languages that users are spoken to in. */
export type Language = 'sv' | 'en';

/** Every message by its code; `docs/errors.md` is written from this. */
export const catalogue: Readonly<Record<string, Entry>> = { ...files, ...json, ...yaml, ...numbers, ...fields, ...meaning, ...ways, ...names, ...tables, ...expressions, ...changes, ...recruitment, ...boundary, ...checks };

/** The most issues shown of one run. */
const MOST_SHOWN = 20;
const LONGEST_FOUND = 80;

/** What is said of every part of the country that states no flows across its border, in whatever is printed of it (MODEL 5.4). */
export const PART_OF_COUNTRY: Readonly<Record<Language, string>> = {
  sv: 'Scenariot är en del av landet, och inga flöden över gränsen är angivna.',
  en: 'The scenario is a part of the country, and no flows across its border are stated.',
};

/** What an issue says, in words: its field, what is allowed, what was found, and the nearest valid thing. */
function word(issue: Issue, lang: Language): string {
  const entry = catalogue[issue.code];
  const path = issue.where.path === '' ? '' : `${escape(issue.where.path)}: `;
  const text = entry ? fill(entry[lang], issue, lang) : issue.code;
  const found = issue.found === undefined || issue.found === '' ? '' : lang === 'sv' ? ` (fann ${quote(issue.found)})` : ` (found ${quote(issue.found)})`;
  const nearest = issue.nearest === undefined ? '' : lang === 'sv' ? `; menade du \`${escape(issue.nearest)}\`?` : `; did you mean \`${escape(issue.nearest)}\`?`;
  const by = issue.values['by'] === undefined ? '' : lang === 'sv' ? ` [läst från ${issue.values['by']}]` : ` [read by ${issue.values['by']}]`;
  const limit = issue.values['limit'] === undefined ? '' : lang === 'sv' ? `; ändras med --limit ${issue.values['limit']}=…` : `; change it with --limit ${issue.values['limit']}=…`;
  return path + text + found + nearest + limit + by;
}

/** What to do about a value: write it so, or, where that would not be taken either, what the field allows. */
const ADVICE = { sv: { write: 'skriv {write}', allowed: 'tillåtet är {allowed}, inte {meant}' }, en: { write: 'write {write}', allowed: 'allowed is {allowed}, not {meant}' } } as const;

function fill(template: string, issue: Issue, lang: Language): string {
  const advice = issue.values['write'] === undefined ? ADVICE[lang].allowed : ADVICE[lang].write;
  return template.replace('{advice}', advice).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = issue.values[`${name}${lang === 'sv' ? 'Sv' : 'En'}`] ?? issue.values[name];
    return value === undefined ? (name === 'allowed' ? '…' : whole) : escape(String(value));
  });
}

/** Issues as lines `FILE:LINE:COL: error CODE: text`, at most 20 and how many more there are. */
export function formatIssues(issues: readonly Issue[], lang: Language): string[] {
  const lines = issues.slice(0, MOST_SHOWN).map((issue) => {
    const { file, line, column } = issue.where;
    return `${escape(file)}:${line}:${column}: ${issue.severity} ${issue.code}: ${word(issue, lang)}`;
  });
  const more = issues.length - lines.length;
  return more > 0 ? [...lines, lang === 'sv' ? `och ${more} till` : `and ${more} more`] : lines;
}

/** Issues as a report tells them, a line each in the order of the files: where, and what is said; at most as many as are printed. */
export function describeIssues(issues: readonly Issue[], lang: Language): string[] {
  const lines = issues.slice(0, MOST_SHOWN).map((issue) => `${escape(issue.where.file)}:${issue.where.line}: ${word(issue, lang)}`);
  const more = issues.length - lines.length;
  return more > 0 ? [...lines, lang === 'sv' ? `och ${more} till` : `and ${more} more`] : lines;
}

/** The exit code that follows from what is wrong: a limit before a file that cannot be read, that before what is invalid; 0 for warnings alone. */
export function exitOf(issues: readonly Issue[]): 0 | 3 | 4 | 5 {
  const exits = issues.filter((issue) => issue.severity === 'error').map((issue) => catalogue[issue.code]?.exit ?? 3);
  return exits.includes(5) ? 5 : exits.includes(4) ? 4 : exits.length > 0 ? 3 : 0;
}

/** A value as found: in quotes, control characters escaped, cut at 80 characters. */
export function quote(found: string): string {
  const shown = [...found];
  return JSON.stringify(shown.length > LONGEST_FOUND ? `${shown.slice(0, LONGEST_FOUND).join('')}…` : found).replaceAll(INVISIBLE, show);
}

const INVISIBLE = /[\u007F-\u009F\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u2069\uFEFF]/gu;
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;
const show = (mark: string): string => `\\u${mark.codePointAt(0)!.toString(16).padStart(4, '0')}`;
const escape = (text: string): string => text.replaceAll(CONTROL, show);

/** The reference of all codes and of the limits by their names, in both languages, as `docs/errors.md` holds it. */
export function describeCodes(limits: Readonly<Record<string, number>>): string {
  const codes = Object.keys(catalogue).sort((a, b) => (a < b ? -1 : 1));
  const parts = codes.map((code) => {
    const entry = catalogue[code]!;
    const kind = entry.exit === 0 ? 'varning · warning' : `fel · error, exit ${entry.exit}`;
    return `## ${code}\n\n${kind}\n\n- ${entry.sv}\n- ${entry.en}\n${entry.example === '—' ? '' : `\nExempel · example: \`${entry.example}\`\n`}`;
  });
  const rows = Object.entries(limits).map(([name, most]) => `| \`${name}\` | ${most} |\n`);
  return `${HEAD}${rows.join('')}\n${parts.join('\n')}`;
}

const HEAD = `# Felkoder · error codes

Varje fel pekar ut sin plats: \`FIL:RAD:KOLUMN: error KOD: text\`; i en datafil är kolumnen fältets nummer. Högst 20 visas på en gång, i filordning.
Koderna ändras inte. Ord inom klammer fylls i: vad som är tillåtet, vad som stod där.

Every error names its place: \`FILE:LINE:COLUMN: error CODE: text\`; in a data file the column is the number of the field. At most 20 are shown at once, in
file order. Codes are stable. Words in braces are filled in.

## Utgångskoder · exit codes

| | | |
| --- | --- | --- |
| 0 | klart | done |
| 1 | fel i flaskhals självt; anmäl det gärna | a fault of flaskhals itself; please report it |
| 2 | kommandot är fel skrivet | wrong use of the command line |
| 3 | scenariot eller dess data är fel | invalid scenario or data |
| 4 | det gick inte att läsa eller skriva | reading or writing failed |
| 5 | en gräns är passerad | a limit is exceeded |
| 6 | kontroller i scenariot håller inte (\`run --strict\`) | checks of the scenario do not hold (\`run --strict\`) |
| 130 | avbruten med Ctrl-C | interrupted by Ctrl-C |
| 143 | avslutad utifrån, eller med terminalen | ended from outside, or with the terminal |

Fel skrivs till stderr. Efter ett fel är rapportmappen antingen den gamla, hel, eller den nya, hel.
Errors go to stderr. After an error the report folder is either the old one, whole, or the new one, whole.

## Gränser · limits

För \`run\` och \`check\`; \`--limit nesting=100\` ändrar en gräns, och kan ges flera gånger.
For \`run\` and \`check\`; \`--limit nesting=100\` changes a limit, and may be given several times.

| | högst · at most |
| --- | --- |
`;
