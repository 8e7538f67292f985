import fc from 'fast-check';
import { addressPart, anything, bodiesOf, type Json, oddText } from './arbitraries.js';

/** What the OpenAPI document says of a value. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: Json[];
  example?: Json;
  default?: Json;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
}

interface Described {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

/** What lets a request in; fuzz.test.ts tries odd ones. */
const CREDENTIALS = new Set(['authorization', 'cookie', 'x-csrf-token', 'x-site-key']);

/** A request that the document allows, or nearly. */
export interface Request {
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface Route {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Its answer goes on for as long as it is read. */
  streams: boolean;
  requests: fc.Arbitrary<Request>;
}

/** All routes of the document, each with requests to it. @param ids of what is there, for addresses and bodies. */
export function documentedRoutes(document: ApiDocument, ids: readonly string[]): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, described]): Route => {
      const method = verb.toUpperCase() as Route['method'];
      const streams = 'text/event-stream' in (described.responses['200']?.content ?? {});
      const values = new Values(document, ids);
      return { name: `${method} ${path}`, method, streams, requests: values.of(path, described) };
    }),
  );
}

/** Values by their schemas: mostly what the document allows, at times anything. */
class Values {
  constructor(
    private readonly document: ApiDocument,
    private readonly ids: readonly string[],
  ) {}

  of(path: string, { parameters = [], requestBody }: Described): fc.Arbitrary<Request> {
    const inside = (where: Parameter['in']): Parameter[] =>
      parameters.filter((parameter) => parameter.in === where);
    const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
    const body = schema === undefined ? fc.constant(undefined) : bodiesOf(this.json(schema, 0));
    return fc
      .tuple(this.path(path), this.query(inside('query')), this.headers(inside('header')), body)
      .map(([address, query, headers, sent]) => ({
        url: query === '' ? address : `${address}?${query}`,
        headers,
        body: sent,
      }));
  }

  private path(path: string): fc.Arbitrary<string> {
    const parts = path
      .split(/(\{\w+\})/)
      .map((piece) => (piece.startsWith('{') ? this.segment() : fc.constant(piece)));
    return fc.tuple(...parts).map((pieces) => pieces.join(''));
  }

  private segment(): fc.Arbitrary<string> {
    const known = fc.constantFrom('fuzz', 'like', ...this.ids).map(encodeURIComponent);
    return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: addressPart });
  }

  private query(parameters: readonly Parameter[]): fc.Arbitrary<string> {
    const pairs = parameters.map(({ name, required = false, schema = {} }) => {
      const value = fc.oneof(
        {
          weight: 15,
          arbitrary: this.json(schema, 0).map((json) =>
            [json].flat().map((one) => encodeURIComponent(text(one).toWellFormed())),
          ),
        },
        { weight: 1, arbitrary: fc.array(addressPart, { minLength: 1, maxLength: 2 }) },
      );
      const given = value.map((values) => values.map((one) => `${name}=${one}`));
      return fc.option(given, { nil: [], freq: required ? 20 : 2 });
    });
    const more = fc.option(
      addressPart.map((value) => [`${value}=1`]),
      { nil: [], freq: 1 },
    );
    return fc.tuple(more, ...pairs).map((all) => all.flat().join('&'));
  }

  private headers(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
    const value = fc.oneof(
      fc.constantFrom(...this.ids, '1', 'wait=0', '"1"', '*', '1-1', 'e30.e30.e30'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    );
    const names = parameters
      .map(({ name }) => name.toLowerCase())
      .filter((name) => !CREDENTIALS.has(name));
    if (names.length === 0) return fc.constant({});
    return fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 });
  }

  private json(schema: Schema, depth: number): fc.Arbitrary<Json> {
    const { $ref, allOf } = schema;
    if (depth > 6) return fc.constant(null);
    if ($ref !== undefined) return this.json(this.named($ref), depth + 1);
    if (allOf !== undefined) return this.json(this.merged(allOf), depth + 1);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined)
      return fc.oneof(...choices.map((choice) => this.json(choice, depth + 1)));
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat();
    const typed = fc.oneof(...types.map((type) => this.typed(type, schema, depth)));
    const examples = [schema.example, schema.default].filter((one) => one !== undefined);
    return examples.length === 0 ? typed : fc.oneof(fc.constantFrom(...examples), typed);
  }

  private typed(type: string, schema: Schema, depth: number): fc.Arbitrary<Json> {
    const { minimum = -10, maximum = 1e6 } = schema;
    if (type === 'object') return this.object(schema, depth);
    if (type === 'array')
      return fc.array(this.json(schema.items ?? {}, depth + 1), { maxLength: 3 });
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    if (type === 'integer')
      return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
    if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
    const words = fc.constantFrom('a', 'A fine day.', 'news', '2026-11-23T10:00:00.000Z', '7');
    const known = fc.constantFrom('fuzz', ...this.ids);
    return fc.oneof(
      { weight: 4, arbitrary: words },
      { weight: 4, arbitrary: known },
      { weight: 1, arbitrary: oddText },
    );
  }

  private object(schema: Schema, depth: number): fc.Arbitrary<Json> {
    const { additionalProperties, properties = {}, required = [] } = schema;
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, this.json(value, depth + 1)]),
    );
    const record = fc.record(fields, { requiredKeys: required }) as fc.Arbitrary<Json>;
    if (typeof additionalProperties !== 'object') return record;
    const more = fc.dictionary(oddText, this.json(additionalProperties, depth + 1), { maxKeys: 3 });
    return fc.tuple(record, more).map(([named, others]) => ({ ...others, ...(named as object) }));
  }

  private named($ref: string): Schema {
    return this.document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {};
  }

  private merged(parts: readonly Schema[]): Schema {
    const whole = parts.map((part) => (part.$ref === undefined ? part : this.named(part.$ref)));
    return {
      ...Object.assign({}, ...whole),
      properties: Object.assign(
        {},
        ...whole.map(({ properties }) => properties),
      ) as Schema['properties'],
    } as Schema;
  }
}

function text(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}

/** What no document allows, for routes that are in none. */
export const anyBody: fc.Arbitrary<string> = anything.map((value) => JSON.stringify(value));
