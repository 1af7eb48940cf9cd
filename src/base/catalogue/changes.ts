import { odd, wrong } from './entry.js';

/** Changes of what a scenario says, and scenarios over one another. */
export const changes = {
  'extends-itself': wrong('ett scenario kan inte bygga på sig självt: {chain}', 'a scenario cannot extend itself: {chain}', 'extends: s.yaml, in s.yaml'),
  'as-in-base': odd('grunden säger redan detta ({line}); det ändrar inget', 'the base says this already ({line}); it changes nothing', 'seed: 2027, over a base of seed 2027'),
  'change-without-verb': wrong('säger inte vad som ändras: set och to, add och by, eller scale och by', 'does not say what is changed: set and to, add and by, or scale and by', 'changes: [{ where: { region: Skåne } }]'),
  'change-hits-nothing': wrong('gäller inget som finns i scenariot', 'concerns nothing that the scenario has', 'set: slots, where: { area: Nord, region: Skåne }'),
  'base-change-hits-nothing': odd('en ändring i grunden gäller inget som finns i detta scenario', 'a change in the base concerns nothing that this scenario has', '—'),
  'base-change-outside-run': odd('en ändring i grunden ligger utanför detta scenarios körning, {from}–{to}', 'a change in the base lies outside the run of this scenario, {from}–{to}', '—'),
  'change-of-nothing': wrong('ändrar inget: allt som den gäller är redan så', 'changes nothing: all that it concerns is so already', 'add: slots, by: 0'),
  'adds-to-unlimited': wrong('{quantity} är utan gräns i allt som ändringen gäller: det går inte att lägga till eller dra ifrån', '{quantity} are without limit in all that the change concerns: nothing can be added or taken away', 'add: positions, by: 5, over positions: unlimited'),
  'scales-unlimited': wrong('{quantity} är utan gräns i allt som ändringen gäller: det går inte att multiplicera', '{quantity} are without limit in all that the change concerns: they cannot be multiplied', 'scale: positions, by: 2, over positions: unlimited'),
  'rounded-away': wrong('{quantity} räknas i heltal, och avrundat blir det lika många som förut: ändringen är för liten', '{quantity} are counted in whole numbers, and rounded they are as many as before: the change is too small', 'scale: slots, by: 1.1, of 2 slots'),
  'number-never-holds': wrong('{cell} står två gånger i filen: talet på rad {line} gäller aldrig, för ändringen på rad {here} tar hela dess tid; stryk det ena', '{cell} is said twice in the file: the number on line {line} never holds, for the change on line {here} takes all of its time; strike out one of them', 'Norr: { hospital: 3 }, and set: slots, to: 4 there'),
  'change-below': wrong('{cell}: det finns {before}, och {after} är för lite; minst {least}', '{cell}: there are {before}, and {after} is too few; at least {least}', 'add: slots, by: -100'),
  'changed-twice': wrong('{cell} ändras två gånger i filen: på rad {line} och rad {here}', '{cell} is changed twice in the file: on line {line} and line {here}', 'two changes of slots in psychiatry, Blekinge, 2027'),
  'change-of-outer': wrong('ändrar ett tal som står i ett scenario utanpå detta ({cell}); skriv också det talet under changes, så vinner det', 'changes a number that stands in a scenario over this one ({cell}); write that number under changes too, and it wins', '—'),
  'never-unlimited': wrong('{quantity} kan inte vara unlimited', '{quantity} cannot be unlimited', 'set: rate, to: unlimited'),
  'part-of-unlimited': wrong('tjänster är obegränsade i alla år eller inget; utelämna from och until', 'positions are unlimited in every year or in none; leave out from and until', 'set: positions, to: unlimited, from: 2027-01'),
  'no-single-intake': wrong('{pathway} antar i varje steg; ändra hela år: from i januari och until i december', '{pathway} has an intake at every step; change whole years: from in January and until in December', 'set: positions, from: 2027-03, until: 2027-03'),
  'not-dated': wrong('{quantity} är densamma hela körningen och har inget datum', '{quantity} is the same through the run and has no date', 'set: length, from: 2027-01'),
  'until-before-from': wrong('until ligger före from ({from})', 'until is before from ({from})', 'from: 2028-01, until: 2027-12'),
  'never-foreseen': wrong('ingen planerar efter {quantity} i förväg; announced gäller slots, supervisors och main-supervisors', 'nobody plans by {quantity} beforehand; announced is for slots, supervisors and main-supervisors', 'add: positions, announced: 2027-01'),
  'announced-before-run': odd('känd redan när körningen börjar, {from}; det ändrar inget', 'known already when the run begins, {from}; it changes nothing', 'announced: 2010-01'),
  'announced-too-late': wrong('blir känd först efter sitt slut, {until}; då ändrar den inget', 'becomes known only after its end, {until}; then it changes nothing', 'until: 2027-12, announced: 2028-03'),
};
