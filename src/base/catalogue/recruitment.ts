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
  'line-reads-one': wrong('varje rad läser en sak: {allowed}', 'every line reads one thing: {allowed}', '{ queue-above: 20, class-above: 30, change: 5 }'),
  'window-past-intake': wrong('räcker till nästa antagning, {months} månader senare; skriv en kortare tid', 'reaches the next intake, {months} months later; write a shorter time', 'months: [3, 9], window: 6 months'),
  'window-of-nobody': odd('ingen som söker {pathway} har sökt före examen eller legitimationen (applied-before): ingen rekryteras i förväg', 'nobody who seeks {pathway} has applied before the degree or licence (applied-before): nobody is recruited beforehand', 'window: 2 months, applied-before: 0'),
  'late-of-nothing': wrong('noll månader är inte sent; den andelen är redan de som får den i tid', 'no months is not late; that share is already those who have it in time', 'licence-late: [{ of: 0 months, share: 0.1 }]'),
  'centres-give-none': odd('vårdcentralerna ger ingen hel plats: ingen kan placeras här', 'the health centres give no whole slot: nobody can be placed here', '{ centres: 1, active: 0.6 }'),
};
