import { wrong } from './entry.js';

/** Flows across the border of a part of the country. */
export const boundary = {
  'boundary-of-whole': wrong('scenariot har alla regioner i landet: det finns ingen gräns att komma över', 'the scenario has all the regions of the country: there is no border to cross', 'boundary: { from: data/derived/flows.csv }, in a scenario without where:'),
  'boundary-twice': wrong('flödena är antingen en fils eller angivna här; skriv from, eller in och out', 'the flows are those of a file or stated here; write from, or in and out', 'boundary: { from: flows.csv, in: […] }'),
  'boundary-of-nothing': wrong('ingen kommer över gränsen åt något håll; skriv from, in eller out', 'nobody crosses the border in either direction; write from, in or out', 'boundary: { law: poisson }'),
  'law-of-nobody': wrong('ingen kommer utifrån; stryk raden', 'nobody comes from outside; remove the line', 'boundary: { out: […], law: poisson }'),
  'out-of-nobody': wrong('inget inflöde söker detta: ingen egen kan börja utanför', 'no stream seeks this: none of its own can start outside', 'out: [{ region: Norr, pathway: ST, share: 0.1 }]'),
  'name-of-guests': wrong('så heter inflödet av dem som kommer utifrån (boundary); ge detta ett annat namn', 'this is the name of the stream of those from outside (boundary); give this one another', 'streams: { outside-AT: … }'),
  'flows-lack-region': wrong('filen med flöden har inga rader för regionen, bara för {allowed}; gör om den ur en körning som har den', 'the file of flows has no rows of the region, only of {allowed}; make it anew from a run that has it', 'boundary: { from: flows.csv }, without the regions of the scenario'),
  'flows-lack-pathway': wrong('filen med flöden har inga rader för tjänstgöringsformen, bara för {allowed}; gör om den ur en körning som har den', 'the file of flows has no rows of the pathway, only of {allowed}; make it anew from a run that has it', 'boundary: { from: flows.csv }, with AT only'),
  'flows-lack-years': wrong('filen med flöden går från {first} till {last}, och körningen behöver alla sina år; gör om den, eller korta körningen', 'the file of flows goes from {first} to {last}, and the run needs all of its years; make it anew, or shorten the run', 'boundary: { from: flows.csv }, 2018–2033, and to: 2035-12'),
};
