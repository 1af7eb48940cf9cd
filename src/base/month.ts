/** A month number (12 × year + month − 1) in digits: `2026-01`. */
export function showMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
