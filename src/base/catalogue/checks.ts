import { wrong } from './entry.js';

/** The planner's own checks. */
export const checks = {
  'check-of-one': wrong('en kontroll gäller en storhet; skriv en av {allowed}', 'a check is of one figure; write one of {allowed}', '{ region: Gotland, at-most: 10 }'),
  'check-rule': wrong('en kontroll har en gräns; skriv en av {allowed}', 'a check has one limit; write one of {allowed}', '{ queue: AT }'),
  'check-without-within': wrong('skriv också within: hur långt från talet svaret får ligga; ett medel träffar sällan ett tal på pricken', 'write within, too: how far from the number the answer may be; a mean seldom hits a number exactly', '{ starts: BT, equals: 15 }'),
  'check-with-within': wrong('within hör till equals', 'within belongs to equals', '{ queue: AT, at-most: 10, within: 2 }'),
  'check-place': wrong('skriv region eller area, inte båda', 'write region or area, not both', '{ queue: AT, region: Gotland, area: Stockholm, at-most: 10 }'),
  'check-months': wrong('started-within har months: {allowed}; andra kontroller har det inte', 'started-within has months: {allowed}; other checks do not', '{ started-within: BT, months: 5, at-least: 0.9 }'),
  'check-time': wrong('en kontroll av {kind} är för en av {allowed}, eller för hela rapporten utan någon', 'a check of {kind} is for one of {allowed}, or for the whole report without any', '{ starts: BT, month: 2027-03, at-least: 5 }'),
  'check-outside': wrong('utanför rapporten, helt eller delvis (report-from, to)', 'outside the report, wholly or in part (report-from, to)', '{ queue: AT, year: 1950, at-most: 10 }'),
};
