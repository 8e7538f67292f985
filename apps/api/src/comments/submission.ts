import { createHash } from 'node:crypto';
import type { Submission } from '#comments';
import { validationFailed } from '../http/validation.js';
import { authorOf, isSignedIn, type Sender } from './author.js';
import type { SubmitCommentDto } from './submit-comment.dto.js';

/** A request as the intake takes it. */
export function submissionOf(
  dto: SubmitCommentDto,
  sender: Sender,
  idempotencyKey: string | undefined,
): Submission {
  const { article } = dto;
  const content = {
    siteId: sender.caller.site.id,
    article: {
      externalId: article.id,
      url: article.url ?? null,
      title: article.title ?? null,
      section: article.section ?? null,
    },
    parentId: dto.parentId?.toLowerCase() ?? null,
    body: dto.body,
  };
  const author = authorOf(dto.author, sender);
  const idempotency = idempotencyOf(idempotencyKey, content, author);
  const { addressHash } = sender;
  return { ...content, author, signedIn: isSignedIn(sender), addressHash, idempotency };
}

/** Visible ASCII, as the header fields draft for Idempotency-Key has it. */
const KEY = /^[\x21-\x7e]{1,255}$/;

function idempotencyOf(
  key: string | undefined,
  content: object,
  author: Submission['author'],
): Submission['idempotency'] {
  if (key === undefined) return null;
  if (!KEY.test(key)) {
    const message = 'must be 1 to 255 visible ASCII characters';
    throw validationFailed([{ field: 'Idempotency-Key', rule: 'isIdempotencyKey', message }]);
  }
  const request = {
    ...content,
    name: author?.name,
    email: author?.email,
    ...signedIdentity(author),
  };
  return { key, requestHash: createHash('sha256').update(JSON.stringify(request)).digest() };
}

/**
 * Of identities only those by token: others hold the address, and a reader who retries from another
 * network is the same, or a cookie, which went with the answer that was lost.
 */
function signedIdentity(author: Submission['author']): { reader?: string } {
  return author?.token === undefined ? {} : { reader: author.identity };
}
