/**
 * The chance that Student's t with a whole number of degrees of freedom is at most `t`: the finite sums for odd and even degrees
 * (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4), exact but for rounding.
 */
export function studentCdf(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.sqrt(degrees / (degrees + t * t));
  const sine = t / Math.sqrt(degrees + t * t);
  const isOdd = degrees % 2 === 1;
  const series = sumOfPowers(cosine, degrees, isOdd);
  const within = isOdd ? (2 / Math.PI) * (angle + (degrees === 1 ? 0 : sine * series)) : sine * series;
  return (1 + within) / 2;
}

/** cos + 2/3 cos³ + 2·4/(3·5) cos⁵ + … for odd degrees, 1 + 1/2 cos² + 1·3/(2·4) cos⁴ + … for even ones, to the power two less than the degrees. */
function sumOfPowers(cosine: number, degrees: number, isOdd: boolean): number {
  let term = isOdd ? cosine : 1;
  let sum = term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return sum;
}
