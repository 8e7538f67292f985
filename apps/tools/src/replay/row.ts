/** One comment of a file. */
export interface Row {
  text: string;
  /** The row's own name, by which a reply may point at it. */
  id?: string;
  article?: string;
  author?: string;
  /** The text or the `id` of the comment that this one answers, in the same article. */
  parent?: string;
}

/** Thrown for a line that is no comment; the message says why. */
export class MalformedRow extends Error {
  override readonly name = 'MalformedRow';
}

/** Reads a line of a JSON lines file; fields that it does not know are ignored, empty and null ones count as absent. */
export function parseRow(line: string): Row {
  const value = parseObject(line);
  const text = value['text'];
  if (typeof text !== 'string') throw new MalformedRow('"text" is not a string');
  const row: Row = { text };
  for (const field of ['id', 'article', 'author', 'parent'] as const) {
    const content = readField(value, field);
    if (content !== null) row[field] = content;
  }
  return row;
}

function parseObject(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new MalformedRow('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new MalformedRow('not a JSON object');
  return value as Record<string, unknown>;
}

function readField(value: Record<string, unknown>, field: string): string | null {
  const content = value[field];
  if (content === undefined || content === null || content === '') return null;
  if (typeof content === 'number') return String(content);
  if (typeof content !== 'string')
    throw new MalformedRow(`"${field}" is neither a string nor a number`);
  return content;
}
