/** The words of what came of the rules that only some scenarios use. */
export const RULE_WORDS = {
  'unit.months': { sv: 'läkarmånader', en: 'doctor-months' },
  'unit.positions': { sv: 'tjänster', en: 'positions' },

  'openings.heading': { sv: 'Vad det blev av tjänsterna, {area}', en: 'What became of the positions, {area}' },
  'openings.explain': {
    sv: 'Nya: öppnade efter plan eller regel. Sparade: lediga sedan en tidigare antagning och utlysta igen; de räknas som vakanta varje gång ingen tar dem. Före leg.: tillsatta med läkare som rekryterades före sin legitimation. Vakanta av tre skäl: erbjudandet höll inte och ingen reserv fanns (återbud); legitimationen kom för sent för den som fått löftet; ingen började, för att de sökande var för få eller inte kunde placeras. Tillsatta: av nya och sparade. Den som börjar inom en ST använder ingen tjänst och räknas inte här.',
    en: 'New: opened by plan or rule. Kept: left from an earlier intake and advertised again; they count as vacant each time nobody takes them. Before lic.: filled by doctors recruited before their licence. Vacant for three reasons: the offer did not hold and there was no reserve (no-show); the licence came too late for who had the promise; nobody started, because applicants were too few or could not be placed. Filled: of new and kept. Who starts inside an ST uses no position and does not count here.',
  },
  'openings.sum': {
    sv: '{pathway} under rapportens år, medel: vakanta {shows} genom återbud, {late} genom sen legitimation och {untaken} utan någon som började; {early} tillsatta före legitimationen.',
    en: '{pathway} in the years of the report, means: vacant {shows} by no-shows, {late} by late licences and {untaken} with nobody who started; {early} filled before the licence.',
  },
  'openings.opened': { sv: 'Nya', en: 'New' },
  'openings.kept': { sv: 'Sparade', en: 'Kept' },
  'openings.recruited': { sv: 'Före leg.', en: 'Before lic.' },
  'openings.no-shows': { sv: 'Vakanta:\nåterbud', en: 'Vacant:\nno-show' },
  'openings.lost-promises': { sv: 'Vakanta:\nsen leg.', en: 'Vacant:\nlate lic.' },
  'openings.untaken': { sv: 'Vakanta:\ningen började', en: 'Vacant:\nno taker' },
  'openings.fill-rate': { sv: 'Tillsatta', en: 'Filled' },

  'decided.heading': { sv: 'Vad reglerna för tjänster beslutade', en: 'What the rules for positions decided' },
  'decided.explain': {
    sv: 'Av {n, plural, =1 {ett beslutstillfälle} other {{n} beslutstillfällen}} ändrade {made} antalet tjänster i någon körning. Höjt och sänkt: i hur stor andel av körningarna. Tjänster: så många öppnas vid varje antagning efter beslutet, från den månad då det gäller.',
    en: 'Of {n, plural, =1 {one decision} other {{n} decisions}} {made} changed the number of positions in some run. Raised and lowered: in what share of the runs. Positions: so many open at every intake after the decision, from the month in which it is in force.',
  },
  'decided.none': { sv: 'Av {n, plural, =1 {ett beslutstillfälle} other {{n} beslutstillfällen}} ändrade inget antalet tjänster.', en: 'Of {n, plural, =1 {one decision} other {{n} decisions}} none changed the number of positions.' },
  'decided.more': { sv: 'Tabellen visar de första; {n, plural, one {# beslut} other {# beslut}} till står i tables/decisions.csv.', en: 'The table shows the first; {n, plural, one {# decision} other {# decisions}} more stand in tables/decisions.csv.' },
  'decided.when': { sv: 'Beslutat', en: 'Decided' },
  'decided.from': { sv: 'Gäller från', en: 'In force from' },
  'decided.raised': { sv: 'Höjt', en: 'Raised' },
  'decided.lowered': { sv: 'Sänkt', en: 'Lowered' },
  'decided.level': { sv: 'Tjänster', en: 'Positions' },

  'exam.heading': { sv: 'Provet och legitimationen, {area}', en: 'The exam and the licence, {area}' },
  'exam.explain': {
    sv: 'Legitimationen kommer när både tjänstgöringen och provet är klara, och handläggningen efter det. Väntar på provet: får skriva men är inte godkända, vid årets slut, även de som har tjänstgöring kvar. Bara provet kvar: de av dem som är klara med tjänstgöringen. Skrivna och platser: årets alla tillfällen.',
    en: 'The licence comes when both the training and the exam are done, and the processing after them. Waiting for the exam: may sit but have not passed, at the end of the year, those still in training too. Only the exam left: those of them who have completed the training. Sat and seats: all sittings of the year.',
  },
  'exam.year': {
    sv: '{pathway} {year}, medel: {licences, plural, =1 {1 legitimation} other {{licences} legitimationer}}; {sat} prov skrivna på {seats, plural, =1 {1 plats} other {{seats} platser}}; vid årets slut väntar {waiting} på provet, varav {holding} har bara det kvar.',
    en: '{pathway} {year}, means: {licences, plural, =1 {1 licence} other {{licences} licences}}; {sat, plural, =1 {1 exam} other {{sat} exams}} sat of {seats, plural, =1 {1 seat} other {{seats} seats}}; at the end of the year {waiting} wait for the exam, of whom {holding} have only that left.',
  },
  'exam.year.unlimited': {
    sv: '{pathway} {year}, medel: {licences, plural, =1 {1 legitimation} other {{licences} legitimationer}}; {sat} prov skrivna, platserna utan gräns; vid årets slut väntar {waiting} på provet, varav {holding} har bara det kvar.',
    en: '{pathway} {year}, means: {licences, plural, =1 {1 licence} other {{licences} licences}}; {sat, plural, =1 {1 exam} other {{sat} exams}} sat, seats without limit; at the end of the year {waiting} wait for the exam, of whom {holding} have only that left.',
  },
  'exam.licences': { sv: 'Legitimationer', en: 'Licences' },
  'exam.exam-waiting': { sv: 'Väntar på\nprovet', en: 'Waiting for\nthe exam' },
  'exam.exam-holding': { sv: 'Bara provet\nkvar', en: 'Only the\nexam left' },
  'exam.exam-sat': { sv: 'Skrivna\nprov', en: 'Exams\nsat' },
  'exam.exam-seats': { sv: 'Provplatser', en: 'Seats' },

  'exchange.heading': { sv: 'Sidotjänstgöring mellan regionerna', en: 'Exchange between the regions' },
  'exchange.explain': {
    sv: 'Läkarmånader i block som gjordes i en annan region än den som anställt. Gav plats: åt andras läkare. Fick plats: de egna hos andra. Block för block står de i tables/exchange.csv.',
    en: 'Doctor-months of blocks done in another region than the employer’s. Gave: to doctors of others. Had: its own with others. Block by block they stand in tables/exchange.csv.',
  },
  'exchange.most': {
    sv: 'Under rapportens år {total, plural, =1 {1 läkarmånad} other {{total} läkarmånader}} i medel, mest {block} för läkare från {home} i {host} ({months}).',
    en: 'In the years of the report {total, plural, =1 {1 doctor-month} other {{total} doctor-months}} on average, most of them {block} by doctors of {home} in {host} ({months}).',
  },
  'exchange.none': { sv: 'Avtalen användes inte under rapportens år.', en: 'The agreements were not used in the years of the report.' },
  'exchange.given': { sv: 'Gav plats,\nläkarmånader', en: 'Gave,\ndoctor-months' },
  'exchange.received': { sv: 'Fick plats,\nläkarmånader', en: 'Had,\ndoctor-months' },
} as const;
