import { limit, odd, wrong } from './entry.js';

/** Expressions, and the parameters that they may name. */
export const expressions = {
  'expression-mark': wrong('ett sådant tecken finns inte i uttryck; tillåtet är tal, namn ur parameters och {allowed}', 'expressions have no such sign; allowed are numbers, names of parameters and {allowed}', 'places: 12 % 5'),
  'expression-part': wrong('sådant finns inte i uttryck; tillåtet är tal, namn ur parameters och {allowed}', 'expressions have no such part; allowed are numbers, names of parameters and {allowed}', 'places: (1:3)'),
  'expression-name': wrong('inget namn ur parameters; tillåtna är {allowed}', 'no name of parameters; allowed are {allowed}', 'places: slotsA + 1'),
  'expression-function': wrong('funktionen är inte tillåten; tillåtna är {allowed}', 'the function is not allowed; allowed are {allowed}', 'places: random()'),
  'expression-arguments': wrong('min och max skrivs med ett eller flera tal inom parentes, floor, ceil, round och abs med ett: {name}(…)', 'min and max are written with one or more numbers in parentheses, floor, ceil, round and abs with one: {name}(…)', 'places: round(3, 4)'),
  'expression-gap': wrong('ett räknetecken saknas mellan {left} och {right}; gånger skrivs med *', 'a sign of reckoning is missing between {left} and {right}; write the * of a multiplication', 'places: 2(3)'),
  'expression-syntax': wrong('uttrycket går inte ihop här', 'the expression does not fit together here', 'places: 3*'),
  'expression-truth': wrong('en jämförelse är inget tal: den står före ? i villkor ? det ena : det andra, och bara där', 'a comparison is no number: it stands before the ? of condition ? one : other, and only there', 'places: (2 > 1) + 1'),
  'expression-condition': wrong('före ? ska stå en jämförelse, som i a > 2 ? 3 : 4', 'a comparison is due before the ?, as in a > 2 ? 3 : 4', 'places: 1 ? 2 : 3'),
  'expression-exponent': wrong('exponenten är {exponent}; den ska vara ett heltal 0 … 64', 'the exponent is {exponent}; it must be a whole number 0 … 64', 'places: 2^0.5'),
  'expression-not-finite': wrong('{shown} är inte ett ändligt tal', '{shown} is not a finite number', 'places: 1/0'),
  'expression-too-long': limit('uttrycket är längre än {max} tecken', 'the expression is longer than {max} characters', '—'),
  'expression-too-large': limit('uttrycket har fler än {max} delar', 'the expression has more than {max} parts', '—'),
  'expression-too-deep': limit('uttryck i uttryck, djupare än {max}', 'expressions inside expressions, deeper than {max}', '—'),
  'parameter-name': wrong('namn på parametrar har bokstäver, siffror och understreck, och börjar med en bokstav', 'names of parameters have letters, digits and underscores, and begin with a letter', 'parameters: { slots-a: 3 }'),
  'parameter-taken': wrong('namnet betyder redan något i uttryck; välj ett annat', 'the name means something in expressions already; choose another', 'parameters: { min: 3 }'),
  'parameter-cycle': wrong('räknas ur sig själv: {cycle}', 'is worked out from itself: {cycle}', 'parameters: { a: b, b: a }'),
  'parameter-never-used': odd('inget tal räknas ur den; den ändrar inget', 'no number is worked out from it; it changes nothing', 'parameters: { a: 3 }'),
};
