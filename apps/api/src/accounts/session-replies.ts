import { Injectable } from '@nestjs/common';
import { SESSION_SECONDS, Sessions } from '#accounts';
import { DomainError } from '#contract';
import { type Exchange, SESSION_COOKIE, setCookie } from './session-cookie.js';
import { SessionResponse } from './session.response.js';

/** Hands sessions to browsers and takes them back. */
@Injectable()
export class SessionReplies {
  constructor(private readonly sessions: Sessions) {}

  /** Answers with a session that has just begun. */
  async begin(exchange: Exchange, token: string): Promise<SessionResponse> {
    const signedIn = await this.sessions.find(token);
    if (signedIn === null) throw new DomainError('SESSION_REQUIRED', 'Sign in again.');
    this.give(exchange, token);
    return SessionResponse.of(signedIn);
  }

  give(exchange: Exchange, token: string): void {
    setCookie(exchange, SESSION_COOKIE, token, { seconds: SESSION_SECONDS });
  }

  takeBack(exchange: Exchange): void {
    setCookie(exchange, SESSION_COOKIE, '', { seconds: 0 });
  }
}
