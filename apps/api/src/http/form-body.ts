import { TextDecoder } from 'node:util';
import { DomainError } from '#contract';

/** The fields of a form; one that was sent more than once is a list. */
export type Form = Readonly<Record<string, string | string[]>>;

/** More fields than any client sends. */
const MAXIMUM_FIELDS = 500;
/** Shift sequences, which make other alphabets of ASCII. */
const ESCAPE = 0x1b;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/**
 * Reads a body as `application/x-www-form-urlencoded` (WHATWG URL, 5.1). Names keep their brackets, as in `comment_context[]`.
 * What is no UTF-8 is read in the encoding that the form names itself, if it is one of the Encoding Standard.
 * @param charsetField the field that names the encoding
 * @throws DomainError REQUEST_REFUSED
 */
export function parseForm(body: Buffer, charsetField?: string): Form {
  const pairs = body
    .toString('latin1')
    .split('&')
    .filter((pair) => pair !== '');
  if (pairs.length > MAXIMUM_FIELDS) {
    throw new DomainError('REQUEST_REFUSED', `A form may have ${MAXIMUM_FIELDS} fields.`);
  }
  const split = pairs.map((pair): [name: Buffer, value: Buffer] => {
    const [name = '', ...value] = pair.split('=');
    return [bytesOf(name), bytesOf(value.join('='))];
  });
  const named = split.findLast(([name]) => name.toString('latin1') === charsetField)?.[1];
  const other = named && decoderOf(named.toString('latin1'));
  const fields = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of split) {
    const [key, text] = [textOf(name, other), textOf(value, other)];
    const before = fields[key];
    fields[key] = before === undefined ? text : [before, text].flat();
  }
  return fields;
}

/** What `+` and `%20` stand for; a percent sign without two digits stands for itself. */
function bytesOf(encoded: string): Buffer {
  const decoded = encoded
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(decoded, 'latin1');
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    return undefined;
  }
}

/** UTF-8 wherever the bytes are, for most clients send it whatever the form says: hardly a text in another encoding is. */
function textOf(bytes: Buffer, other: TextDecoder | undefined): string {
  if (other?.encoding === 'iso-2022-jp' && bytes.includes(ESCAPE)) return other.decode(bytes);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return (other ?? utf8).decode(bytes);
  }
}
