import { odd, wrong } from './entry.js';

/** How positions are offered, decided and begun, and what is counted. */
export const recruitment = {
  'nobody-shows': wrong('då börjar aldrig någon; under 1', 'then nobody ever starts; below 1', 'no-shows: 1'),
  'offer-too-fine': wrong('räknas i tusendelar av tjänsterna; skriv {write}', 'is counted in thousandths of the positions; write {write}', 'over-offer: 0.12345'),
  'offers-of-unlimited': wrong('tjänsterna är obegränsade i allt som detta gäller: inget erbjudande kan gå förlorat', 'positions are without limit in all that this concerns: no offer can be lost', 'no-shows: { AT: { Norr: 0.1 } }, and AT: unlimited in Norr'),
  'over-offer-in-vain': odd('utan no-shows leder varje erbjudande till start: erbjudanden utöver tjänsterna ändrar inget', 'without no-shows every offer leads to a start: offers beyond the positions change nothing', 'over-offer: 0.1, without no-shows'),
  'two-rules': wrong('{cell} följer redan regeln på rad {line}', '{cell} follows the rule on line {line} already', 'two rules of decide: for Norr, AT'),
  'rule-on-unlimited': wrong('tjänsterna är obegränsade i allt som regeln gäller', 'positions are without limit in all that the rule concerns', 'decide: for AT in Norr, and AT: unlimited in Norr'),
  'rule-never-holds': odd('inget beslut hinner börja gälla före körningens slut', 'no decision comes into force before the end of the run', 'months: [8], lead: 24 months, in a run of one year'),
  'lead-of-nothing': wrong('ett beslut gäller tidigast steget efter', 'a decision is in force from the step after at the earliest', 'lead: 0 months'),
  'floor-over-ceiling': wrong('golvet är högre än taket ({ceiling})', 'the floor is above the ceiling ({ceiling})', 'floor: 30, ceiling: 20'),
  'floor-over-plan': odd('färre är planerade än golvet, i {cells}: tills regeln beslutat något höjer även en rad som ska minska tjänsterna dem till golvet', 'fewer are planned than the floor, in {cells}: until the rule has decided something even a line that is to lower the positions raises them to the floor', 'floor: 5, lines: [{ vacant-above: 2, change: -2 }], and 3 positions at each intake'),
  'ceiling-under-plan': odd('fler är planerade än taket, i {cells}: tills regeln beslutat något sänker även en rad som ska öka tjänsterna dem till taket', 'more are planned than the ceiling, in {cells}: until the rule has decided something even a line that is to raise the positions lowers them to the ceiling', 'ceiling: 5, lines: [{ queue-above: 20, change: 2 }], and 8 positions at each intake'),
  'line-never-reached': wrong('raden gäller aldrig: den på rad {line} står före, läser detsamma och stämmer redan över {above}', 'the line is never followed: the one on line {line} comes first, reads the same and holds above {above} already', 'lines: [{ queue-above: 20, change: 2 }, { queue-above: 40, change: 5 }]'),
  'line-reads-one': wrong('varje rad läser en sak: {allowed}', 'every line reads one thing: {allowed}', '{ queue-above: 20, class-above: 30, change: 5 }'),
  'window-past-intake': wrong('räcker till nästa antagning, {months} månader senare; skriv en kortare tid', 'reaches the next intake, {months} months later; write a shorter time', 'months: [3, 9], window: 6 months'),
  'window-of-nobody': odd('ingen som söker {pathway} har sökt före examen eller legitimationen (applied-before): ingen rekryteras i förväg', 'nobody who seeks {pathway} has applied before the degree or licence (applied-before): nobody is recruited beforehand', 'window: 2 months, applied-before: 0'),
  'late-of-nothing': wrong('noll månader är inte sent; den andelen är redan de som får den i tid', 'no months is not late; that share is already those who have it in time', 'licence-late: [{ of: 0 months, share: 0.1 }]'),
  'people-give-none': odd('handledarna ger ingen plats: ingen kan placeras där de behövs', 'the supervisors give no place: nobody can be placed where they are needed', '{ people: 4, share: 1, trainees: 2, vacant: 1 }'),
  'centres-give-none': odd('vårdcentralerna ger ingen hel plats: ingen kan placeras här', 'the health centres give no whole slot: nobody can be placed here', '{ centres: 1, active: 0.6 }'),
};
