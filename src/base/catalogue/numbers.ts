import { limit, odd, wrong } from './entry.js';

/** Numbers that are none, or could be read in two ways. */
export const numbers = {
  'not-finite': wrong('inte ett ändligt tal', 'not a finite number', 'seed: .nan'),
  infinite: wrong('inte ett ändligt tal; det som inte har gräns skrivs unlimited (där fältet tillåter det)', 'not a finite number; what has no limit is written unlimited (where the field allows it)', 'number: .inf'),
  'not-a-number': wrong('text där ett tal ska stå', 'text where a number is due', 'psychiatry: 12 st'),
  'quoted-number': wrong('ett tal inom citattecken är text; skriv {write}', 'a number in quotes is text; write {write}', 'seed: "7"'),
  'decimal-comma': wrong('decimalkomma; skriv {write}', 'a decimal comma; write {write}', 'seeks: 0,5'),
  'grouped-digits': wrong('grupperade siffror; skriv {write}', 'grouped digits; write {write}', 'number: 1 000'),
  'two-readings': wrong('kan läsas på två sätt: {one} eller {other}?', 'can be read in two ways: {one} or {other}?', 'number: 1.000'),
  'leading-zero': wrong('inledande nolla: {one} eller {other}? Skriv utan nolla', 'a leading zero: {one} or {other}? Write it without the zero', 'number: 010'),
  notation: wrong('skriv talet rakt ut: {write}', 'write the number plainly: {write}', 'number: 1e3'),
  percent: wrong('procent; skriv {write}', 'a percentage; write {write}', 'seeks: 80 %'),
  'share-as-percent': wrong('en andel är 0 … 1; {write} för {percent} %?', 'a share is 0 … 1; {write} for {percent} %?', 'seeks: 80'),
  'minus-sign': wrong('ett typografiskt minus; skriv {write}', 'a typographic minus; write {write}', '−5'),
  'mixed-marks': wrong('filen har decimalkomma, men här står punkt; skriv {write}', 'the file has decimal commas, but here is a point; write {write}', '1,5 and 2.5 in one file'),
  'excel-error': wrong('ett felvärde från Excel', 'an Excel error', '#DIVISION/0!'),
  'number-too-large': wrong('för stort tal (högst {max}); avrundas aldrig', 'too large a number (at most {max}); never rounded', 'seed: 9007199254740993'),
  'not-whole': wrong('ett heltal ({allowed}); {low} eller {high}?', 'a whole number ({allowed}); {low} or {high}?', 'number: 2.5'),
  'out-of-range': wrong('tillåtet är {allowed}', 'allowed is {allowed}', 'number: -1'),
  'bounds-order': wrong('low ≤ likely ≤ high gäller inte: {low}, {likely}, {high}', 'low ≤ likely ≤ high does not hold: {low}, {likely}, {high}', '{ low: 0.9, likely: 0.5 }'),
  'too-many-replications': limit(
    'högst {max} upprepningar; så många tar vid en tiondels sekund var {hours} timmar och {gigabytes} GB minne',
    'at most {max} replications; so many would take, at a tenth of a second each, {hours} hours and {gigabytes} GB of memory',
    'replications: 1000000000',
  ),
  'not-sixtieths': wrong('räknas i sextiondelar; närmast är {nearest}/60 = {write}', 'is counted in sixtieths; the nearest is {nearest}/60 = {write}', 'load: 0.123'),
  'chance-too-small': odd('en så liten sannolikhet inträffar aldrig', 'a probability so small never happens', 'seeks: 0.00000000001'),
  'shares-sum': wrong('andelarna för {of} summerar till {sum}, inte 1', 'the shares of {of} sum to {sum}, not 1', 'home: { Norr: 0.5, Syd: 0.48 }'),
  'shares-over-one': wrong('andelarna för {of} summerar till {sum}, mer än 1', 'the shares of {of} sum to {sum}, more than 1', 'completion 0.8 + 0.3'),
  'all-zero': wrong('minst en vikt måste vara över 0', 'at least one weight must be above 0', 'season: [0, 0, …]'),
  'not-twelve': wrong('tolv vikter, en per månad; här är {number}', 'twelve weights, one a month; here are {number}', 'season: [1, 2]'),
};
