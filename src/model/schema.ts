import { document } from './document.js';
import { says, toEditor } from './fields.js';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of a scenario file, for editors: what must be there is asked of a file only when it extends no other. */
export function scenarioSchema(): Record<string, unknown> {
  const whole = toEditor(document);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'flaskhals: scenario',
    ...says('A scenario of the change from AT to BT', 'Ett scenario för övergången från AT till BT'),
    ...(optional(whole) as Schema),
    if: { required: ['extends'] },
    then: { required: ['name'] },
    else: demands(whole),
  };
}

const isMap = (part: unknown): part is Schema => typeof part === 'object' && part !== null && !Array.isArray(part);

/** Whether a part must be whole in every layer: a number with its bounds, and what stands in a list, are replaced whole. */
const isOneThing = (part: Schema): boolean => Array.isArray(part['required']) && part['required'].includes('likely');

/** A schema in which nothing must be there, as in a layer that its base completes. */
function optional(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(optional);
  if (!isMap(part) || isOneThing(part)) return part;
  return Object.fromEntries(Object.entries(part).flatMap(([key, value]) => (key === 'required' && Array.isArray(value) ? [] : [[key, key === 'items' ? value : optional(value)]])));
}

/** What a schema says must be there, and nothing else of it. */
function demands(part: Schema): Schema | undefined {
  if (JSON.stringify(optional(part)) === JSON.stringify(part)) return undefined;
  if (part['anyOf'] !== undefined) return { anyOf: part['anyOf'] };
  const within = Object.entries((part['properties'] ?? {}) as Readonly<Record<string, Schema>>).flatMap(([key, value]) => {
    const inner = demands(value);
    return inner ? [[key, inner] as const] : [];
  });
  const each = isMap(part['additionalProperties']) ? demands(part['additionalProperties']) : undefined;
  return {
    ...(part['required'] === undefined ? {} : { required: part['required'] }),
    ...(within.length === 0 ? {} : { properties: Object.fromEntries(within) }),
    ...(each === undefined ? {} : { additionalProperties: each }),
  };
}
