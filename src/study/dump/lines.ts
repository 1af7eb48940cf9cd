/** A dump as lines of JSON: a map with a line for each key, its lists with a line for each item that is a map or a list itself. */
export function* formLines(form: object): Generator<string> {
  const entries = Object.entries(form) as [string, unknown][];
  yield '{';
  for (const [i, [key, value]] of entries.entries()) {
    const end = i < entries.length - 1 ? ',' : '';
    if (!Array.isArray(value) || value.every((item) => typeof item !== 'object')) {
      yield `${JSON.stringify(key)}: ${JSON.stringify(value)}${end}`;
      continue;
    }
    yield `${JSON.stringify(key)}: [`;
    for (const [n, item] of value.entries()) yield `${JSON.stringify(item)}${n < value.length - 1 ? ',' : ''}`;
    yield `]${end}`;
  }
  yield '}';
}
