import { DomainError } from '#contract';
import { validationFailed } from './validation.js';

/** Deeper than anything the API takes, and shallow enough for all that walks through a body by recursion. */
const DEEPEST = 16;
/** Names that every object has; validators that look fields up in an object would take them for known ones. */
const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the bytes of a body as one JSON object.
 * @throws DomainError MALFORMED_JSON, or VALIDATION_FAILED for reserved names and deep nesting.
 */
export function parseJsonBody(bytes: Buffer): object {
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('The body must be one JSON object.');
  }
  assertPlain(value);
  return value;
}

/**
 * Reads the bytes of a body as a JSON array of texts.
 * @throws DomainError MALFORMED_JSON
 */
export function parseJsonList(bytes: Buffer): string[] {
  const value = parse(bytes);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw malformed('The body must be one JSON array of strings.');
}

function parse(bytes: Buffer): unknown {
  if (bytes.length === 0) throw malformed('The body is empty; send one JSON object.');
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw malformed('The body must be encoded in UTF-8.');
    // The parser's message quotes the body, which is not for logs and answers; the place is enough.
    const place = / at position \d+/.exec(error.message)?.[0] ?? '';
    throw malformed(`The body is not valid JSON${place}.`);
  }
}

function malformed(detail: string): DomainError {
  return new DomainError('MALFORMED_JSON', detail);
}

/** Level by level and not by recursion, which a deep body would bring to its end. */
function assertPlain(body: object): void {
  let level: [path: string, value: object][] = [['', body]];
  for (let depth = 1; level.length > 0; depth += 1) {
    const [deep] = level;
    if (depth > DEEPEST && deep !== undefined) {
      const [field = ''] = deep[0].split(/[.[]/);
      const message = `must not be nested deeper than ${DEEPEST} levels`;
      throw validationFailed([{ field, rule: 'maxDepth', message }]);
    }
    level = level.flatMap(([path, value]) => partsOf(path, value));
  }
}

/** The objects and arrays directly in a value, with their paths. */
function partsOf(path: string, value: object): [string, object][] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]): [string, object][] => {
    const isObject = typeof part === 'object' && part !== null;
    if (!isObject && !RESERVED.has(key)) return [];
    const field = path === '' ? key : Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    if (!RESERVED.has(key)) return [[field, part as object]];
    throw validationFailed([
      { field, rule: 'isKnownField', message: 'is not a field of this request' },
    ]);
  });
}
