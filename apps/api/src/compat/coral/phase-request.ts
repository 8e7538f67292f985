import type { DomainError } from '#contract';
import { validationFailed } from '../../http/validation.js';

/** What Coral tells of a comment, as far as it is used here. */
export interface PhaseRequest {
  action: 'NEW' | 'EDIT';
  /** As Coral has it: HTML, or text. */
  body: string;
  authorId: string | null;
  story: string | null;
}

type Fields = Record<string, unknown>;

/**
 * Reads the body of a request for moderation. Fields that it does not know are left alone, for Coral may have more tomorrow.
 * @throws DomainError VALIDATION_FAILED
 */
export function phaseRequest(request: unknown): PhaseRequest {
  const { action, comment, author, story } = request as Fields;
  if (action !== 'NEW' && action !== 'EDIT') throw refused('action', 'isIn', 'must be NEW or EDIT');
  const { body } = fieldsOf(comment);
  if (typeof body !== 'string') throw refused('comment.body', 'isString', 'must be a string');
  const { url, id } = fieldsOf(story);
  return { action, body, authorId: text(fieldsOf(author)['id']), story: text(url) ?? text(id) };
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function refused(field: string, rule: string, message: string): DomainError {
  return validationFailed([{ field, rule, message }]);
}
