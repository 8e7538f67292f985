/** One text of a log, with what Perspective said of it. */
export interface LogLine {
  text: string;
  /** By attribute, 0 to 1. */
  scores: ReadonlyMap<string, number>;
  language?: string;
}

/** Thrown for a line that cannot be used; the message is the rule that it breaks, and repeats none of its text. */
export class BrokenLine extends Error {
  override readonly name = 'BrokenLine';
}

const ATTRIBUTE = /^[A-Z][A-Z_]{1,60}(@[\w.-]{1,40})?$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const MAXIMUM_CHARACTERS = 20_480;

/** Reads a line; fields that it does not know are ignored, `null` counts as absent. @throws BrokenLine */
export function readLogLine(line: string): LogLine {
  const { text, scores, language } = fieldsOf(line);
  if (typeof text !== 'string') throw new BrokenLine('"text" is not a string');
  if (text.trim() === '') throw new BrokenLine('"text" is empty');
  if (text.length > MAXIMUM_CHARACTERS) {
    throw new BrokenLine(`"text" has more than ${MAXIMUM_CHARACTERS} characters`);
  }
  const read = { text, scores: readScores(scores) };
  if (language === undefined || language === null) return read;
  if (typeof language !== 'string' || !LANGUAGE.test(language)) {
    throw new BrokenLine('"language" is not a language tag, as in "en"');
  }
  return { ...read, language };
}

function fieldsOf(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BrokenLine('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BrokenLine('not a JSON object');
  }
  return value as Record<string, unknown>;
}

function readScores(scores: unknown): ReadonlyMap<string, number> {
  if (scores === undefined || scores === null) return new Map();
  if (typeof scores !== 'object' || Array.isArray(scores)) {
    throw new BrokenLine('"scores" is not an object, as in {"TOXICITY": 0.93}');
  }
  const entries = Object.entries(scores as Record<string, unknown>);
  return new Map(
    entries.map(([attribute, score]) => {
      if (!ATTRIBUTE.test(attribute)) throw new BrokenLine('"scores" names what is no attribute');
      if (typeof score !== 'number' || !(score >= 0 && score <= 1)) {
        throw new BrokenLine(`the score of ${attribute} is not a number from 0 to 1`);
      }
      return [attribute, score] as const;
    }),
  );
}
