import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isCsrfToken, Sessions, type SignedIn } from '#accounts';
import { DomainError } from '#contract';
import { FromOwnPages } from './own-pages.js';
import { readCookie, SESSION_COOKIE } from './session-cookie.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who sent a request, and whether they meant to. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly sessions: Sessions,
    private readonly ownPages: FromOwnPages,
  ) {}

  /**
   * Who is signed in.
   * @throws DomainError SESSION_REQUIRED, ORIGIN_NOT_ALLOWED; for what changes something also CSRF_TOKEN_WRONG
   */
  async read(request: FastifyRequest): Promise<SignedIn> {
    const token = readCookie(request, SESSION_COOKIE);
    const signedIn = token === null ? null : await this.sessions.find(token);
    if (token === null || signedIn === null) {
      throw new DomainError('SESSION_REQUIRED', 'Sign in first.');
    }
    // A browser sends the cookie with whatever pages of the same site ask of it, and those that a site names
    // may read answers that came with cookies: theirs are the readers', and the queue is for our pages alone.
    this.ownPages.assert(request);
    // Only our page can read the token.
    if (SAFE.has(request.method) || proves(request, token)) return signedIn;
    throw new DomainError(
      'CSRF_TOKEN_WRONG',
      'Send the csrfToken of this session, as GET /v1/session tells it, as header X-CSRF-Token.',
    );
  }

  /** As {@link read}, where it also serves who is not signed in: `null` for them. */
  async readIfAny(request: FastifyRequest): Promise<SignedIn | null> {
    const token = readCookie(request, SESSION_COOKIE);
    return token !== null && proves(request, token) ? this.sessions.find(token) : null;
  }
}

function proves({ headers }: FastifyRequest, sessionToken: string): boolean {
  const given = headers['x-csrf-token'];
  return typeof given === 'string' && isCsrfToken(sessionToken, given);
}
