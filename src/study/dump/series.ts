/** A series as one number where it never changes, else without the end in which it does not. */
export function shorten(cells: readonly number[]): number | number[] {
  let length = cells.length;
  while (length > 1 && cells[length - 1] === cells[length - 2]) length -= 1;
  return length === 1 ? cells[0]! : cells.slice(0, length);
}

/** A list as one number where all are the same. */
export const level = (list: readonly number[]): number | number[] => (list.every((n) => n === list[0]) ? list[0]! : [...list]);
