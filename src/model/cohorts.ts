import { apportion } from '../base/index.js';
import { monthNumber } from './calendar.js';
import type { ProgrammeCohorts, Sourced } from './scenario.js';

/** Graduates of one term by place of study. */
export interface Class {
  /** Month number in which they are available. */
  readonly month: number;
  readonly number: readonly number[]; // [place of study]
  /** The figures behind them. */
  readonly cells: readonly Sourced[];
}

/** The places of study of a programme, in order of name. */
export function placesOfStudy(programme: ProgrammeCohorts): string[] {
  return [...new Set(programme.intakes.map((intake) => intake.university))].sort(compareText);
}

/**
 * Classes laid from a programme (MODEL 7.1): places per intake × completion curve; a term's class is the nearest whole number of the sum over the
 * country, shared over the places of study by largest remainder.
 */
export function layClasses(programme: ProgrammeCohorts): Class[] {
  const places = placesOfStudy(programme);
  const terms = new Map<number, { number: number[]; cells: Map<string, Sourced> }>();
  for (const intake of programme.intakes) {
    for (const late of programme.completion) {
      const term = intake.term + programme.terms - 1 + late.termsLate;
      const row = terms.get(term) ?? { number: places.map(() => 0), cells: new Map() };
      terms.set(term, row);
      row.number[places.indexOf(intake.university)]! += intake.places.value * late.share.value;
      row.cells.set(intake.places.cell, intake.places).set(late.share.cell, late.share);
    }
  }
  return [...terms.entries()]
    .sort(([a], [b]) => a - b)
    .map(([term, row]) => ({
      month: graduationMonth(programme, term),
      number: apportion(Math.round(row.number.reduce((a, b) => a + b, 0)), row.number),
      cells: [...row.cells.values()],
    }));
}

/** Spring terms end in the same year; an autumn term's graduates are available in the month given, next year when it is before July. */
function graduationMonth(programme: ProgrammeCohorts, term: number): number {
  const year = Math.floor(term / 2);
  if (term % 2 === 0) return monthNumber(year, programme.springMonth);
  return monthNumber(programme.autumnMonth < 7 ? year + 1 : year, programme.autumnMonth);
}

/** Order of ids everywhere: by code unit, never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
