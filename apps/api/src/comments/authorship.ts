import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Changer, CommentsService } from '#comments';
import { DomainError } from '#contract';
import type { Reader } from '#readers';
import { isAuthorToken, type Site } from '#sites';
import { type Caller, callerOf } from '../http/caller.js';
import { readerOf } from '../http/reader.js';

/** Who asks for a comment, with all that may prove that they wrote it. */
export interface Asker {
  caller: Caller;
  reader: Reader | null;
  /** The author token, if there is one. */
  token: string | undefined;
}

/** The {@link Asker} of the request. */
export const CurrentAsker = createParamDecorator((_: unknown, context: ExecutionContext): Asker => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const token = request.headers['x-author-token'];
  return {
    caller: callerOf(request),
    reader: readerOf(request),
    token: token === undefined ? undefined : String(token),
  };
});

/** Who wrote a comment, and so may see and change it. */
@Injectable()
export class Authorship {
  constructor(private readonly comments: CommentsService) {}

  /** Whether the asker wrote the comment: proved by the author token, or by being its author. */
  async isAuthor({ caller: { site }, reader, token }: Asker, commentId: string): Promise<boolean> {
    if (token !== undefined && isAuthorToken(site.signingKey, commentId, token)) return true;
    return reader !== null && (await this.comments.isBy(site.id, commentId, reader));
  }

  /** Who changes the comment. @throws DomainError AUTHOR_TOKEN_REQUIRED, AUTHOR_TOKEN_WRONG, NOT_THE_AUTHOR */
  async assertMayChange(asker: Asker, commentId: string): Promise<Changer> {
    if (await this.isAuthor(asker, commentId)) return 'author';
    if (asker.caller.vouched) return 'site';
    throw refusal(asker);
  }
}

function refusal({ reader, token }: Asker): DomainError {
  if (token !== undefined) {
    return new DomainError(
      'AUTHOR_TOKEN_WRONG',
      'This X-Author-Token is not the one that came with this comment.',
    );
  }
  if (reader !== null) {
    return new DomainError('NOT_THE_AUTHOR', 'Only who wrote the comment may change it.');
  }
  return new DomainError(
    'AUTHOR_TOKEN_REQUIRED',
    'Send the authorToken that came with the comment as X-Author-Token, or the site’s secret key as Authorization: Bearer.',
  );
}

/**
 * Better before anything is stored than after: the answer holds a token that the site signs.
 * @throws DomainError SECRET_UNREADABLE
 */
export function assertSigns(site: Site): void {
  if (site.signingKey.length === 0) throw new Error('The site has no signing key.');
}
