import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authorIdentity, type SubmittedAuthor } from '#comments';
import type { Reader } from '#readers';
import { type Caller, callerOf } from '../http/caller.js';
import { readerAddress } from '../http/reader-address.js';
import { writingReader } from '../http/reader.js';
import { validationFailed } from '../http/validation.js';
import type { SubmittedAuthorDto } from './submit-comment.dto.js';

/** Who sends a comment. */
export interface Sender {
  caller: Caller;
  reader: Reader | null;
  addressHash: Buffer | null;
}

/** The {@link Sender} of the request; a page's new reader gets a cookie with the answer. */
export const CurrentSender = createParamDecorator(
  (_: unknown, context: ExecutionContext): Sender => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    return senderOf(request, writingReader(request, http.getResponse<FastifyReply>()));
  },
);

/** Who sends a request as this reader. */
export function senderOf(request: FastifyRequest, reader: Reader | null): Sender {
  const caller = callerOf(request);
  // The site's own server posts for its readers: its address says nothing about them.
  const addressHash = caller.vouched ? null : readerAddress(caller.site, request.ip);
  return { caller, reader, addressHash };
}

/** Whether the site answers for who sends it. */
export function isSignedIn({ caller, reader }: Sender): boolean {
  return caller.vouched || reader?.vouched === true;
}

/**
 * The author of a comment: whom the token names, else whom the cookie knows, else who the body says.
 * @throws DomainError VALIDATION_FAILED when the body says something else than the token.
 */
export function authorOf(
  author: SubmittedAuthorDto | null | undefined,
  { caller, reader, addressHash }: Sender,
): SubmittedAuthor | null {
  const name = author?.name ?? undefined;
  const email = author?.email ?? undefined;
  if (reader?.vouched) {
    assertEqual('name', name, reader);
    assertEqual('email', email, reader);
    const { identity, badge, createdAt } = reader;
    const { name: signedName, email: signedEmail } = reader;
    return {
      ...{ identity, vouched: true, name: signedName, email: signedEmail },
      token: { badge, createdAt },
    };
  }
  if (reader !== null && !caller.vouched) {
    const { identity } = reader;
    return { identity, vouched: false, name: name ?? null, email: email ?? null };
  }
  return authorIdentity({ name, email }, caller.vouched, addressHash);
}

function assertEqual(field: 'name' | 'email', said: string | undefined, reader: Reader): void {
  if (said === undefined || said === reader[field]) return;
  const message = 'must be left out, or be what X-Reader-Token says';
  throw validationFailed([{ field: `author.${field}`, rule: 'equalsToken', message }]);
}
