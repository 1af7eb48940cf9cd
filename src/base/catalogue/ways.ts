import { odd, wrong } from './entry.js';

/** The ways of doctors through and between pathways and regions: gates, what leads to what, forms without position, hosts. */
export const ways = {
  'months-or-sittings': wrong('ange antingen months (och seats) eller sittings', 'state either months (and seats) or sittings', 'gate: { served: 13 months, passes: [0.9] }'),
  'gate-without-sittings': wrong('inget tillfälle i körningen, {from}–{to}: ingen kan bli godkänd', 'no sitting in the run, {from}–{to}: nobody can pass', '—'),
  'gate-without-seats': wrong('0 platser vid alla tillfällen i körningen, {from}–{to}: ingen kan bli godkänd', '0 seats at every sitting of the run, {from}–{to}: nobody can pass', 'gate: { …, seats: 0 }'),
  'gate-before-served': wrong('det sista tillfället med platser, {last}, kommer innan någon i körningen hunnit göra det som krävs: ingen kan bli godkänd', 'the last sitting with seats, {last}, comes before anybody in the run can have served what is asked for: nobody can pass', 'gate: { served: 13 months, sittings: [{ month: 2026-02, seats: 4 }], … }, from 2026-01'),
  'gate-never-passed': wrong('chansen är 0 vid varje försök: ingen kan bli godkänd', 'the chance is 0 at every attempt: nobody can pass', 'gate: { …, passes: [0] }'),
  'gate-too-long': wrong('längre än någon variant av {pathway}: ingen kan någonsin få skriva', 'longer than any variant of {pathway}: nobody may ever sit', 'gate: { served: 24 months, … }'),
  'gate-too-long-for': odd('längre än {variants}: de som gör den får aldrig skriva', 'longer than {variants}: those who do it may never sit', '—'),
  'endless-chain': wrong('kedjan av tjänstgöringsformer tar aldrig slut: {cycle}', 'the chain of pathways never ends: {cycle}', 'AT: { then: [{ pathway: AT, share: 0.1 }] }'),
  'within-too-short': wrong('kortare än blocken i {variant}: minst {least} månader', 'shorter than the blocks of {variant}: at least {least} months', 'integrated: { bt: { within: 4 months } }'),
  'integrated-closed': odd('inga ST-tjänster i {regions}: {variant} är stängd där, ingen kan börja (ange st-posts)', 'no ST posts in {regions}: {variant} is closed there, nobody can begin (state st-posts)', 'integrated: { bt: { within: 24 months } }, without st-posts'),
  'integrated-closed-then': odd('{variant} är stängd en del av körningen, för att inga ST-tjänster finns: {regions}; ingen kan börja där då', '{variant} is closed for a part of the run, for there are no ST posts: {regions}; nobody can begin there then', 'st-posts: { by-region: { Norr: [{ from: 2026-01, places: 3 }, { from: 2029-01, places: 0 }] } }'),
  'st-posts-idle': odd('ingen variant är integrerad i ST; det ändrar inget', 'no variant is inside ST (integrated); it changes nothing', 'st-posts: { by-region: { Norr: 3 } }'),
  'credit-of-nothing': wrong('0 är inget tillgodoräknande', '0 is no credit', 'less: { hospital: 0 }'),
  'credit-over-one': wrong('andelarna i {region} summerar till {sum}; högst 1', 'the shares in {region} sum to {sum}; at most 1', '—'),
  'credit-leaves-nothing': wrong('inget blir kvar av blocket i {variant}', 'nothing is left of the block in {variant}', 'less: { hospital: 6 months }, of 3 months'),
  'agreed-twice': wrong('{home} till {host} i {block} står också på rad {line}, vid samma tid', '{home} to {host} in {block} is said on line {line} too, at the same time', 'an equal agreement, and the same the other way'),
  'host-without-slots': wrong('{host} har inga platser i blocket: ingen kan tas emot', '{host} has no slots of the block: nobody can be taken', '—'),
  'locum-of-unlimited': odd('handledarna i {block} är utan gräns i {regions}; det ändrar inget där', 'the supervisors of {block} are without limit in {regions}; it changes nothing there', 'locum: [{ block: psychiatry, load: 0.05 }], without supervisors'),
};
