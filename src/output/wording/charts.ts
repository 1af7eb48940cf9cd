/** The words of the charts; `foot` and the interval's words are shared by all of them. */
export const CHART_WORDS = {
  months: {
    sv: 'januari februari mars april maj juni juli augusti september oktober november december',
    en: 'January February March April May June July August September October November December',
  },
  'span.p05–p95': { sv: '5–95 % av {n, plural, =1 {en körning} other {{n} körningar}}, bara slump', en: '5–95% of {n, plural, =1 {one run} other {{n} runs}}, chance only' },
  'span.range': { sv: 'lägsta–högsta av {n, plural, =1 {en enda körning} other {{n} körningar}}, bara slump', en: 'lowest–highest of {n, plural, =1 {a single run} other {{n} runs}}, chance only' },
  band: { sv: 'Ljusa band: {span}.', en: 'Light bands: {span}.' },
  'foot.source': {
    sv: 'Källa: flaskhals {version}, scenario {title} ({name}). Frö {seed}, {n, plural, =1 {en körning} other {{n} körningar}}, fingeravtryck {fingerprint}. Läkarna är modellerade.',
    en: 'Source: flaskhals {version}, scenario {title} ({name}). Seed {seed}, {n, plural, =1 {one run} other {{n} runs}}, fingerprint {fingerprint}. The doctors are modelled.',
  },
  'foot.limits': { sv: 'Gränser: {limits}', en: 'Limits: {limits}' },
  'foot.published': { sv: 'Publicerade punkter: {sources}.', en: 'Published points: {sources}.' },
  'foot.backtest': {
    sv: 'Prövat bakåt: {pathway} {from}–{to}, medelfel {error} {unit}.',
    en: 'Back-test: {pathway} {from}–{to}, mean error {error} {unit}.',
  },
  'foot.untested': {
    sv: 'För {pathways} finns ingen publicerad serie att pröva modellen mot.',
    en: 'For {pathways} no published series exists to test the model against.',
  },
  'foot.unbacktested': {
    sv: 'Den här körningen är inte prövad mot publicerade siffror för {pathways}.',
    en: 'This run has not been tested against published figures for {pathways}.',
  },
  noData: { sv: 'Uppgift saknas', en: 'No data' },
  published: { sv: 'publicerat', en: 'published' },
  waitingFor: { sv: 'väntar på {pathway}', en: 'waiting for {pathway}' },
  inTraining: { sv: 'i {pathway}', en: 'in {pathway}' },
  queueFor: { sv: 'kö till {pathway}', en: 'queue for {pathway}' },

  'overlap.name': { sv: 'Inflöde och överlappning', en: 'Inflow and overlap' },
  'overlap.title': {
    sv: 'I {pathways} och köerna dit: från omkring {first} läkare till {last} (medel {from} och {to})',
    en: 'In {pathways} and their queues: from about {first, plural, =1 {1 doctor} other {{first} doctors}} to {last} (means of {from} and {to})',
  },
  'overlap.title.passing': {
    sv: 'Från {passing} är fler i {after} eller dess kö än i {before} och dess kö; sammanlagt från omkring {first} läkare till {last} (medel {from} och {to})',
    en: 'From {passing} more doctors are in {after} or its queue than in {before} and its queue; in all from about {first, plural, =1 {1 doctor} other {{first} doctors}} to {last} (means of {from} and {to})',
  },
  'overlap.subtitle': {
    sv: 'Överst: läkare som börjar söka, per inflöde och termin (kullen klar i juni respektive januari). Underst: läkare som väntar (streckat) och tjänstgör (heldraget), {area}.',
    en: 'Top: doctors who begin to seek, by stream and term (classes are ready in June and January). Below: doctors waiting (dashed) and in training (solid), {area}.',
  },
  'overlap.inflow': { sv: 'Läkare som börjar söka, per termin', en: 'Doctors who begin to seek, by term' },
  'overlap.stock': { sv: 'Läkare som väntar eller tjänstgör, per månad', en: 'Doctors waiting or in training, by month' },
  'overlap.alt': {
    sv: 'Två linjediagram över samma år. Överst inflödet per termin: {inflow}. Underst antalet läkare: {stock}.',
    en: 'Two line charts over the same years. Top, the inflow by term: {inflow}. Below, the number of doctors: {stock}.',
  },
  'alt.peak': { sv: '{series} är högst {period}, {value} ({interval}; {span})', en: '{series} is highest {period}, {value} ({interval}; {span})' },

  'queues.name': { sv: 'Köer', en: 'Queues' },
  'queues.change': { sv: 'kön till {pathway} går från omkring {first} till {last}', en: 'the queue for {pathway} goes from about {first} to {last}' },
  'queues.title': { sv: '{changes} (medel {from} och {to})', en: '{changes} (means of {from} and {to})' },
  'queues.subtitle': {
    sv: 'Läkare i kö per månad, och väntan i månader för dem som är i AT eller BT den 1 maj (enkätens mått), {area}.',
    en: 'Doctors queueing by month, and months waited by those in AT or BT on 1 May (the survey’s measure), {area}.',
  },
  'queues.queue': { sv: 'Läkare i kö', en: 'Doctors queueing' },
  'queues.wait': { sv: 'Väntan enligt enkätens mått, månader', en: 'Wait by the survey’s measure, months' },
  'queues.monthly': { sv: 'vid varje månads slut', en: 'at the end of each month' },
  'queues.pointed': { sv: 'linjer: simulerat; ringar: publicerat; romber: härlett', en: 'lines: simulated; rings: published; diamonds: derived' },
  'queues.unpublished': { sv: 'simulerat; inget publicerat att jämföra med', en: 'simulated; nothing published to compare with' },
  'queues.alt': {
    sv: 'Två linjediagram. Till vänster antalet i kö: {queue}. Till höger väntan i månader, med publicerade punkter där sådana finns: {wait}.',
    en: 'Two line charts. Left, the number queueing: {queue}. Right, months waited, with published points where there are any: {wait}.',
  },

  'demand-capacity.name': { sv: 'Behov och antagna platser', en: 'Need and assumed places' },
  'demand-capacity.title.more': {
    sv: '{area}: regionerna behöver sammanlagt {needed, plural, =1 {1 plats} other {{needed} platser}} i {block}, {share} fler än som användes {year}; med färre räcker de inte överallt',
    en: '{area}: the regions need {needed, plural, =1 {1 place} other {{needed} places}} in {block} taken together, {share} more than were used in {year}; with fewer, some region runs short',
  },
  'demand-capacity.title.less': {
    sv: '{area}: inget behov av fler platser än som användes {year}; störst mot då är det i {block}, {needed} i regionerna sammanlagt',
    en: '{area}: no need of more places than were used in {year}; the largest beside it is in {block}, {needed} in the regions taken together',
  },
  'demand-capacity.title.none': { sv: '{area}: behov av platser', en: '{area}: need of places' },
  'demand-capacity.subtitle': {
    sv: 'Platser per halvår (högsta samtidiga). Heldraget: behov när platser och handledare är obegränsade. Prickat: vad som används. Streckat grått: {capacity}. Under varje rubrik: summan av regionernas egna gränser, var och en vid sin egen topp; den ligger över linjen. En region kan sakna plats fast summan räcker.',
    en: 'Places by half-year (highest at once). Solid: need when slots and supervisors are unlimited. Dotted: what is used. Dashed grey: {capacity}. Under each heading: the sum of the regions’ own thresholds, each at its own peak; it lies above the line. A region may lack room though the sum suffices.',
  },
  'demand-capacity.needed': { sv: 'behov', en: 'need' },
  'demand-capacity.used': { sv: 'används', en: 'used' },
  'demand-capacity.assumed': { sv: 'antaget', en: 'assumed' },
  'demand-capacity.some': { sv: 'finns eller antaget', en: 'there or assumed' },
  'demand-capacity.own': { sv: 'finns', en: 'there' },
  'demand-capacity.capacity.assumed': { sv: 'antagna platser, inte publicerade', en: 'assumed places, not published' },
  'demand-capacity.capacity.some': {
    sv: 'regionernas egna tal; antagna platser, inte publicerade, där en region inte uppgett sitt',
    en: 'the regions’ own numbers; assumed places, not published, where a region has not stated its own',
  },
  'demand-capacity.capacity.own': { sv: 'regionernas egna tal', en: 'the regions’ own numbers' },
  'demand-capacity.panel': {
    sv: 'brist under {needed} ({share} mot {year}); {has}',
    en: 'short below {needed} ({share} on {year}); {has}',
  },
  'demand-capacity.alt': {
    sv: 'Små linjediagram, ett per område och placering: platser per halvår: behov, använda, och de som finns eller antas. {panels}.',
    en: 'Small line charts, one for each area and block: places by half-year: needed, used, and those there are or are assumed. {panels}.',
  },

  'started-within.name': { sv: 'Start inom 3, 6 och 12 månader', en: 'Started within 3, 6 and 12 months' },
  'started-within.change': {
    sv: '{pathway} från {first} ({from}) till {last} ({to})',
    en: '{pathway} from {first} ({from}) to {last} ({to})',
  },
  'started-within.title': { sv: 'Andel som börjat inom {k, plural, =1 {1 månad} other {{k} månader}}: {changes}', en: 'Share started within {k, plural, =1 {1 month} other {{k} months}}: {changes}' },
  'started-within.subtitle': {
    sv: 'Andel av kullen som börjat inom så många månader från examen eller legitimation, {area}. Den som ännu väntar räknas med. Kullar som inte kan följas till slut visas inte.',
    en: 'Share of the cohort that has started within so many months of degree or licence, {area}. Those still waiting count. Cohorts that cannot be followed to the end are not shown.',
  },
  'started-within.later': {
    sv: 'För den som kommer till {pathways} från en tidigare form räknas månaderna från det att den, eller legitimationen efter den, var klar.',
    en: 'For those who come to {pathways} from an earlier pathway the months count from when that, or the licence after it, was done.',
  },
  'started-within.label': { sv: 'inom {k} mån', en: 'within {k} mo' },
  'started-within.axis': { sv: 'Andel av kullen', en: 'Share of cohort' },
  'started-within.alt': {
    sv: 'Linjediagram per tjänstgöringsform: andel av varje kull som börjat i tid. {panels}.',
    en: 'One line chart for each pathway: share of each cohort that has started in time. {panels}.',
  },
  'utilisation.name': { sv: 'Beläggning per region', en: 'Utilisation by region' },
  'utilisation.title': {
    sv: 'Minst marginal av {blocks}: {block} i {region}, brist under {needed, plural, =1 {1 plats} other {{needed} platser}}; {has}',
    en: 'Least margin of {blocks}: {block} in {region}, short below {needed, plural, =1 {1 place} other {{needed} places}}; {has}',
  },
  'utilisation.title.none': { sv: 'Beläggning i {blocks}, {from}–{to}', en: 'Utilisation of {blocks}, {from}–{to}' },
  'utilisation.subtitle': {
    sv: 'Använda placeringsplatser i procent av alla, medel per halvår. Snedstreckat: antalet platser är antaget, inte publicerat, och procenten gäller bara under det antagandet. Till höger: det antal platser under vilket regionen får brist, jämfört med vad den använde {year}, och antalet som procenten räknas på.',
    en: 'Used slots as per cent of all, mean by half-year. Hatched: the number of places is assumed, not published, and the per cent hold only under that assumption. Right: the number of places below which the region runs short, beside what it used in {year}, and the number that the per cent are of.',
  },
  'utilisation.bar': {
    sv: 'Strecket nederst i varje ruta: {span}; rutans vänsterkant är 0 %, högerkanten 100 %.',
    en: 'The bar at the foot of each box: {span}; the left edge of the box is 0%, the right edge 100%.',
  },
  'utilisation.note': { sv: 'brist under {needed} ({share}); {has}', en: 'short below {needed} ({share}); {has}' },
  'utilisation.alt': {
    sv: 'Rutnät, ett för varje placering: en rad per region och en ruta per halvår, mörkare ju fullare. {panels}.',
    en: 'Grids, one for each block: a row for each region and a box for each half-year, darker where fuller. {panels}.',
  },

  'waiting-causes.name': { sv: 'Var väntan uppstår', en: 'Where the waiting comes from' },
  'waiting-causes.title': { sv: 'Läkarmånader i kö {from}–{to}: {parts}', en: 'Doctor-months in queue {from}–{to}: {parts}' },
  'waiting-causes.part': { sv: '{pathway} omkring {total}, varav {cause} {share}', en: '{pathway} about {total}, of which {cause} {share}' },
  'waiting-causes.part.below': { sv: '{pathway} omkring {total}, varav {cause} {share} ({below})', en: '{pathway} about {total}, of which {cause} {share} ({below})' },
  'waiting-causes.part.none': { sv: 'ingen för {pathway}', en: 'none for {pathway}' },
  'waiting-causes.subtitle': {
    sv: 'Varje läkares väntan i kö, {area}, delad lika på det som saknades när läkaren senast prövades; före första antagningen räknas den som väntan på antagning. Talen säger inte vad som bör byggas: den som får en plats kan genast sakna nästa.',
    en: 'Each doctor’s wait in a queue, {area}, shared equally between what was lacking when the doctor was last tried; before the first intake it counts as awaiting intake. The numbers do not say what to build: who gets one place may at once lack the next.',
  },
  'waiting-causes.panel': { sv: '{pathway}, läkarmånader per år', en: '{pathway}, doctor-months a year' },
  'waiting-causes.between': { sv: '{pathway}, mellan block och efter ledighet, läkarmånader per år', en: '{pathway}, between blocks and after leave, doctor-months a year' },
  'waiting-causes.below': { sv: 'brist under {needed}, {has}', en: 'short below {needed}, {has}' },
  'waiting-causes.limits': { sv: 'Summan av regionernas egna gränser för {limits}.', en: 'The sum of the regions’ own thresholds for {limits}.' },
  'waiting-causes.rest': { sv: 'Mindre och inte ritat: {causes}.', en: 'Smaller and not drawn: {causes}.' },
  'waiting-causes.nobody': { sv: 'Ingen väntar', en: 'Nobody waits' },
  'waiting-causes.alt': {
    sv: 'Linjediagram, ett per tjänstgöringsform: läkarmånader i väntan per år, en linje för varje orsak. {panels}.',
    en: 'Line charts, one for each pathway: doctor-months waited by year, a line for each cause. {panels}.',
  },
  'alt.lowest': { sv: '{series} är lägst {period}, {value} ({interval}; {span})', en: '{series} is lowest {period}, {value} ({interval}; {span})' },
} as const;
