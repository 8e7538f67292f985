import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Text as the hostile send it: halves of characters, controls, what other languages take for syntax. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '\0',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '\u200b',
    "';--",
    '${1}',
    '{"a"}',
    'NULL',
    '\\',
    '"',
  ),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 1, max: 300 }).map((length) => 'e\u0301'.repeat(length)),
);
const nested = fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.boolean()).map(([depth, array]) => {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = array ? [value] : { a: value };
  return value;
});
export const anything = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json> },
  { weight: 2, arbitrary: fc.constantFrom<Json>(null, true, 0, -1, 1e308, '', [], {}, [null]) },
  { weight: 1, arbitrary: nested },
);
const key = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'id',
    'body',
    'length',
    '0',
    '',
    'article',
  ),
  oddText,
);
const mutation = fc.record({
  kind: fc.constantFrom('drop', 'add', 'replace', 'wrap', 'keep'),
  at: fc.nat(),
  key,
  value: anything,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** Every object within a value, itself first. */
function objectsOf(value: Json): Record<string, Json>[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.values(value)
    .slice(0, 20)
    .flatMap((part) => shallow(part));
  return Array.isArray(value) ? parts : [value, ...parts];
}
const shallow = (part: Json): Record<string, Json>[] =>
  typeof part === 'object' && part !== null && !Array.isArray(part) ? [part] : [];

function mutate(valid: Json, mutations: Mutation[]): Json {
  const root = structuredClone(valid);
  for (const { kind, at, key: added, value } of mutations) {
    const objects = objectsOf(root);
    const target = objects[at % objects.length] ?? {};
    const names = Object.keys(target);
    const name = names[at % Math.max(1, names.length)] ?? 'x';
    const put = (field: string, put_: Json) =>
      Object.defineProperty(target, field, {
        value: put_,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    if (kind === 'drop') delete target[name];
    if (kind === 'add') put(added, value);
    if (kind === 'replace') put(name, value);
    if (kind === 'wrap') put(name, [target[name] ?? null]);
  }
  return root;
}

/** A body near a valid one, or nothing like it. */
export const bodyOf = (valid: Json): fc.Arbitrary<string> => bodiesOf(fc.constant(valid));

/** Bodies near those valid ones. */
export const bodiesOf = (valid: fc.Arbitrary<Json>): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(valid, fc.array(mutation, { maxLength: 3 }))
        .map(([value, list]) => JSON.stringify(mutate(value, list))),
    },
    { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: oddText },
  );

/** A part of an address: percent-encoded, broken, or a path's own syntax. */
export const addressPart = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%',
    '%ff',
    '%00',
    '%2e%2e',
    '..',
    '%ED%A0%80',
    '+',
    '&&',
    '=',
    '[]',
    '__proto__',
    'a'.repeat(3000),
  ),
);
