import type { DomainError, FieldProblem } from '#contract';
import { validationFailed } from '../../http/validation.js';

/** Texts that one request may send, and characters that each may have. */
const MAXIMUM_TEXTS = 100;
const MAXIMUM_CHARACTERS = 20_000;
const MAXIMUM_MODEL = 100;

const IMAGE = 'image_url';

/**
 * The texts of a body, each to be answered by one result: a string, or each of a list of strings. A list of
 * parts is one text, whatever the number of its parts.
 * @throws DomainError VALIDATION_FAILED
 */
export function moderationInput(body: unknown): string[] {
  const { input, model } = body as Record<string, unknown>;
  const isModel = typeof model === 'string' && model.length <= MAXIMUM_MODEL;
  if (model !== undefined && model !== null && !isModel) {
    throw refused('model', 'isString', 'must be the name of a model');
  }
  const texts = textsOf(input);
  const tooLong = texts.findIndex((text) => text.length > MAXIMUM_CHARACTERS);
  if (tooLong !== -1) {
    const field = Array.isArray(input) && texts.length > 1 ? `input[${tooLong}]` : 'input';
    throw refused(field, 'maxLength', `may have at most ${MAXIMUM_CHARACTERS} characters`);
  }
  return texts;
}

function textsOf(input: unknown): string[] {
  if (typeof input === 'string') return [input];
  if (input === undefined) throw refused('input', 'isDefined', 'is required');
  if (!Array.isArray(input)) {
    throw refused('input', 'isInput', 'must be a string, a list of strings or a list of parts');
  }
  const [first] = input as unknown[];
  if (first === undefined) throw refused('input', 'arrayMinSize', 'must not be empty');
  if (input.length > MAXIMUM_TEXTS) {
    throw refused('input', 'arrayMaxSize', `may list at most ${MAXIMUM_TEXTS}`);
  }
  return typeof first === 'string' ? input.map(textOf) : [input.map(textOfPart).join('\n')];
}

function textOf(text: unknown, index: number): string {
  if (typeof text === 'string') return text;
  throw refused(`input[${index}]`, 'isString', 'must be a string, as the first one is');
}

function textOfPart(part: unknown, index: number): string {
  const field = `input[${index}]`;
  if (typeof part !== 'object' || part === null) {
    throw refused(field, 'isPart', 'must be a part, as in {"type": "text", "text": "…"}');
  }
  const { type, text } = part as Record<string, unknown>;
  if (type === IMAGE) {
    throw refused(field, 'isText', 'is an image: Moderato reads text and no images');
  }
  if (type !== 'text') throw refused(`${field}.type`, 'isIn', 'must be "text"');
  if (typeof text !== 'string') throw refused(`${field}.text`, 'isString', 'must be a string');
  return text;
}

function refused(field: string, rule: string, message: string): DomainError {
  const problem: FieldProblem = { field, rule, message };
  return validationFailed([problem]);
}
