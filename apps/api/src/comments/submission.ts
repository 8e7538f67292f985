import { createHash } from 'node:crypto';
import { authorIdentity, type Submission } from '#comments';
import type { Caller } from '../http/caller.js';
import { readerAddress } from '../http/reader-address.js';
import { validationFailed } from '../http/validation.js';
import type { SubmitCommentDto } from './submit-comment.dto.js';

/** A request as the intake takes it. */
export function submissionOf(
  dto: SubmitCommentDto,
  caller: Caller,
  ip: string,
  idempotencyKey: string | undefined,
): Submission {
  // The site's own server posts for its readers: its address says nothing about them.
  const addressHash = caller.vouched ? null : readerAddress(caller.site, ip);
  const { article, author } = dto;
  const name = author?.name ?? undefined;
  const email = author?.email ?? undefined;
  const content = {
    siteId: caller.site.id,
    article: {
      externalId: article.id,
      url: article.url ?? null,
      title: article.title ?? null,
      section: article.section ?? null,
    },
    parentId: dto.parentId?.toLowerCase() ?? null,
    body: dto.body,
    author: authorIdentity({ name, email }, caller.vouched, addressHash),
  };
  return { ...content, addressHash, idempotency: idempotencyOf(idempotencyKey, content) };
}

/** Visible ASCII, as the header fields draft for Idempotency-Key has it. */
const KEY = /^[\x21-\x7e]{1,255}$/;

function idempotencyOf(key: string | undefined, content: object): Submission['idempotency'] {
  if (key === undefined) return null;
  if (!KEY.test(key)) {
    const message = 'must be 1 to 255 visible ASCII characters';
    throw validationFailed([{ field: 'Idempotency-Key', rule: 'isIdempotencyKey', message }]);
  }
  const { author, ...rest } = content as Submission;
  // Without the identity, which holds the address: a reader who retries from another network is the same.
  const request = { ...rest, name: author?.name, email: author?.email };
  return { key, requestHash: createHash('sha256').update(JSON.stringify(request)).digest() };
}
