import { odd, wrong } from './entry.js';

const none = (sv: string, en: string, example: string) => wrong(`${sv}; det finns {allowed}`, `${en}; there are {allowed}`, example);

/** References to what does not exist. */
export const names = {
  'unknown-region': none('ingen sådan region', 'no such region', 'home: Vastra Gotaland'),
  'unknown-area': none('inget sådant område', 'no such area', 'where: { area: Södar }'),
  'unknown-block': none('inget sådant block', 'no such block', 'unlimited: [psykiatri]'),
  'unknown-pathway': none('ingen sådan tjänstgöringsform', 'no such pathway', 'pathway: BTT'),
  'unknown-stream': none('inget sådant inflöde', 'no such stream', '—'),
  'unknown-variant': none('ingen sådan variant', 'no such variant', 'variant-of: at-19'),
  'unknown-figure': none('ingen sådan storhet i rapporten', 'no such figure in the report', 'survey-wiat'),
  'unknown-programme': none('inget sådant program i filen', 'no such programme in the file', 'programme: odl'),
  'unknown-university': none('lärosätet saknas i {file}', 'the university is not in {file}', '—'),
  'unknown-priority': none('varken tjänstgöringsform eller inflöde', 'neither a pathway nor a stream', 'slot-priority: [ATT]'),
};

/** Data files (CSV) and their rows. */
export const tables = {
  delimiter: wrong('fälten måste skiljas åt med komma eller semikolon', 'fields must be separated by commas or semicolons', 'a file with tabs'),
  workbook: wrong('en arbetsbok, inte text; spara bladet som CSV UTF-8', 'a workbook, not text; save the sheet as CSV UTF-8', 'positions: { from: positions.xlsx }'),
  'unclosed-quote': wrong('citattecknet som öppnas här stängs aldrig rätt', 'the quote opened here is never properly closed', '"Skåne,2026'),
  'empty-header': wrong('en kolumn utan namn', 'a column without a name', 'region,,value'),
  'duplicate-column': wrong('kolumnen finns två gånger: som nummer {first} och {second}', 'the column stands twice: as number {first} and {second}', 'region,value,value'),
  'missing-column': wrong('kolumnen saknas; filen har {allowed}', 'the column is missing; the file has {allowed}', 'regoin,year,value'),
  'unknown-column': wrong('okänd kolumn; tillåtna är {allowed}', 'unknown column; allowed are {allowed}', '—'),
  'ragged-row': wrong('raden har {fields} fält, rubriken {columns}', 'the row has {fields} fields, the header {columns}', 'Skåne,AT,2026'),
  'no-rows': wrong('bara en rubrik; inga rader', 'a header only; no rows', '—'),
  'empty-row': wrong('en rad utan innehåll, bara skiljetecken; ta bort den', 'a row without content, separators only; take it away', ',,,,,,,'),
  'empty-cell': wrong('tom cell', 'an empty cell', '—'),
  'empty-number': wrong('tom; skriv 0 om noll menas', 'empty; write 0 if zero is meant', '—'),
  'duplicate-row': wrong('samma nycklar ({keys}) som rad {other}: där {first}, här {second}', 'the same keys ({keys}) as line {other}: there {first}, here {second}', '—'),
  'missing-years': wrong('{of}: året {years} saknas i serien', '{of}: the series lacks {years}', '2026, 2027, 2029'),
  'series-ends': wrong('{of}: serien slutar före körningen; {years} saknas', '{of}: the series ends before the run; {years} are missing', '—'),
  'starts-late': wrong('gäller först från en senare månad än körningens början, {begins}; skriv också vad som gäller dessförinnan', 'holds only from a month after the run begins, {begins}; write also what holds before', '[{ from: 2030-01, places: 7 }]'),
  'too-many-orders': wrong('fler än {max} tillåtna ordningar av blocken i {variant}; lägg till en ordningsregel (precedence) eller slå ihop lika block', 'more than {max} allowed orders of the blocks of {variant}; add a precedence or merge like blocks', 'orders: free, with seven blocks'),
  'outside-run': wrong('utanför körningen, {from}–{to}; det ändrar inget', 'outside the run, {from}–{to}; it changes nothing', '{ year: 1950, number: 4 }'),
  'before-run': wrong('före körningens början, {from}; de som väntar då hör till initial (queues, in-training)', 'before the run begins, {from}; those who wait then belong to initial (queues, in-training)', '{ month: 2020-01, number: 4 }'),
  'positions-late': odd('{pathway}: läkare kommer från {begins}, men tjänster finns först från {first} ({regions}); dessförinnan är de 0', '{pathway}: doctors come from {begins}, but there are positions only from {first} ({regions}); before that they are 0', '—'),
  'not-a-period': wrong('skrivs som 2026, 2026-01, 2026-01-31, 2026-VT eller 2018-2023', 'is written as 2026, 2026-01, 2026-01-31, 2026-VT or 2018-2023', 'as_of: igår'),
  'not-sought': wrong('inflödet {stream} söker {sought}, inte detta', 'the stream {stream} seeks {sought}, not this', '—'),
  'intake-in-year': wrong('antagningens år har redan ett tal för hela året, på rad {line}', 'the year of this intake already has a number for the whole year, at line {line}', '[{ year: 2026, number: 4 }, { intake: 2026-03, number: 5 }]'),
  'position-gap': wrong('{variant}: plats {expected} i ordningen saknas', '{variant}: position {expected} is missing', 'position 1, 3'),
  'left-outside': wrong('det som är kvar ska vara minst ett tidssteg och högst {max} månader ({variant})', 'what is left must be at least one step and at most {max} months ({variant})', '—'),
};
