import { registerDecorator } from 'class-validator';
import { textProblem } from '#comments';
import { POLICY_BOUNDS } from '#moderation';

const ENTRIES = POLICY_BOUNDS.listEntries.maximum;
const CHARACTERS = POLICY_BOUNDS.wordLength.maximum;

/** A list of words and phrases within POLICY_BOUNDS, each with a letter, a digit or a symbol in it. */
export function IsWordList(): PropertyDecorator {
  const isEntry = (entry: unknown): boolean =>
    typeof entry === 'string' &&
    textProblem(entry, { maximum: CHARACTERS, lines: false }) === null &&
    /[\p{L}\p{N}\p{S}]/u.test(entry);
  return (target, property) =>
    registerDecorator({
      name: 'isWordList',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length <= ENTRIES && value.every(isEntry),
        defaultMessage: () =>
          `must be a list of at most ${ENTRIES} words or phrases, each of 1 to ${CHARACTERS} characters with a letter, digit or symbol`,
      },
    });
}
