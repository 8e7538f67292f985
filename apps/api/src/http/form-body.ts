import { DomainError } from '#contract';

/** The fields of a form; one that was sent more than once is a list. */
export type Form = Readonly<Record<string, string | string[]>>;

/** More fields than any client sends. */
const MAXIMUM_FIELDS = 500;

/**
 * Reads a body as `application/x-www-form-urlencoded` (WHATWG URL, 5.1). Names keep their brackets, as in `comment_context[]`.
 * @throws DomainError REQUEST_REFUSED
 */
export function parseForm(body: Buffer): Form {
  const fields = Object.create(null) as Record<string, string | string[]>;
  const pairs = [...new URLSearchParams(body.toString('utf8'))];
  if (pairs.length > MAXIMUM_FIELDS) {
    throw new DomainError('REQUEST_REFUSED', `A form may have ${MAXIMUM_FIELDS} fields.`);
  }
  for (const [name, value] of pairs) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}
