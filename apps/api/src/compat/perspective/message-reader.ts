import { unknownName, type Violation } from './perspective-error.js';

/** A caller's value that an error quotes is cut here. */
const QUOTED_CHARACTERS = 100;
/** More than this nobody reads. */
const LISTED_VIOLATIONS = 20;

/** Where in a message a value stands, and what was wrong so far. */
export class Place {
  constructor(
    /** In the words of the format's definition, as in `requested_attributes[0].value.score_type`. */
    readonly path = '',
    readonly violations: Violation[] = [],
  ) {}

  field(name: string): Place {
    const field = snakeCase(name);
    return new Place(this.path === '' ? field : `${this.path}.${field}`, this.violations);
  }

  item(index: number): Place {
    return new Place(`${this.path}[${index}]`, this.violations);
  }

  /** Notes that the value is not of the type; what is read in its place goes nowhere. */
  refuse(type: string, value: unknown): undefined {
    const quoted = JSON.stringify(value).slice(0, QUOTED_CHARACTERS);
    const description = `Invalid value at '${this.path}' (${type}), ${quoted}`;
    this.note({ field: this.path, description });
    return undefined;
  }

  note(violation: Violation): void {
    if (this.violations.length < LISTED_VIOLATIONS) this.violations.push(violation);
  }
}

/** Reads one value of JSON as a type of Protocol Buffers; `undefined` where it is none. */
export type Reader<T> = (value: unknown, place: Place) => T | undefined;

export const text: Reader<string> = (value, place) =>
  typeof value === 'string' ? value : place.refuse('TYPE_STRING', value);

/** Some clients send them as texts, which the format allows. */
export const bool: Reader<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  return value === 'true' || (value === 'false' ? false : place.refuse('TYPE_BOOL', value));
};

const NUMBER = /^-?\d{1,20}(\.\d{1,40})?(e[+-]?\d{1,3})?$/i;

export const float: Reader<number> = (value, place) => {
  const number = typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
  return Number.isFinite(number) ? (number as number) : place.refuse('TYPE_FLOAT', value);
};

export const int32: Reader<number> = (value, place) => {
  const number = typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
  const fits = Number.isInteger(number) && Math.abs(number as number) < 2 ** 31;
  return fits ? (number as number) : place.refuse('TYPE_INT32', value);
};

/** One of these names, or its place among them. */
export function oneOf<Name extends string>(type: string, names: readonly Name[]): Reader<Name> {
  return (value, place) => {
    const found = typeof value === 'number' ? names[value] : names.find((name) => name === value);
    return found ?? place.refuse(type, value);
  };
}

export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) return place.refuse('TYPE_LIST', value);
    return value.map((one, index) => item(one, place.item(index)) as T);
  };
}

/** An object whose names are the caller's. */
export function map<T>(of: Reader<T>): Reader<Map<string, T>> {
  return (value, place) => {
    if (!isObject(value)) return place.refuse('TYPE_MAP', value);
    const entries = Object.entries(value).map(([name, one], index) => {
      return [name, of(one, place.item(index).field('value')) as T] as const;
    });
    return new Map(entries);
  };
}

type Fields = Record<string, Reader<unknown>>;
/** What a message with these fields is read as; all of them may be missing, as the format has it. */
export type Message<F extends Fields> = {
  [Name in keyof F]?: Exclude<ReturnType<F[Name]>, undefined>;
};

/** An object with these fields, by the names of JSON or those of the definition; `null` is as good as missing. */
export function message<F extends Fields>(type: string, fields: F): Reader<Message<F>> {
  const known = new Map<string, string>();
  for (const name of Object.keys(fields)) known.set(name, name).set(snakeCase(name), name);
  return (value, place) => {
    if (!isObject(value)) return place.refuse(type, value);
    const read: Record<string, unknown> = {};
    for (const [given, one] of Object.entries(value)) {
      const name = known.get(given);
      if (name === undefined)
        place.note(unknownName(given.slice(0, QUOTED_CHARACTERS), place.path));
      else if (one !== null) read[name] = fields[name]?.(one, place.field(name));
    }
    return read as Message<F>;
  };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
