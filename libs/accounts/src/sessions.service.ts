import { Injectable } from '@nestjs/common';
import type { Locale, Membership } from '#contract';
import { Database, type Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './sessions.sql.js';
import { SignOutListeners } from './sign-out-listeners.js';
import { csrfToken, hashToken, isToken, newToken } from './tokens.js';

/** Whoever is signed in, as they stand at this moment. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  locale: Locale | null;
  sites: Membership[];
  sessionId: string;
  /** Proves that a request comes from a page that could read an answer of this session. */
  csrf: string;
  /** When the session ends if nothing more is heard of it. */
  expiresAt: Date;
}

interface Row {
  session_id: string;
  id: string;
  name: string;
  email: string;
  locale: Locale | null;
  sites: Membership[];
  expires_at: Date;
  stale: boolean;
}

/** How long a session can last at most, in seconds; the statements end it sooner when it is idle. */
export const SESSION_SECONDS = 14 * 24 * 3600;

/** Sessions on the server: 12 hours without a request end one, and 14 days in any case. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly listeners: SignOutListeners,
  ) {}

  /** Who is signed in by this token; `null` if nobody is, or not any more. */
  async find(token: string): Promise<SignedIn | null> {
    if (!isToken(token)) return null;
    const tokenHash = hashToken(token);
    const [row] = await this.database.query<Row>(sql.FIND, [tokenHash]);
    if (row === undefined) return null;
    if (row.stale) await this.database.execute(sql.TOUCH, [tokenHash]);
    const { session_id: sessionId, expires_at: expiresAt, id, name, email, locale, sites } = row;
    return { id, name, email, locale, sites, sessionId, expiresAt, csrf: csrfToken(token) };
  }

  /** Begins a session and gives its token, which is told once and kept nowhere. */
  async open(moderatorId: string, session: Session = this.database): Promise<string> {
    const token = newToken();
    await session.execute(sql.OPEN, [hashToken(token), uuidv7(), moderatorId]);
    return token;
  }

  /** Ends this session. */
  async end({ id, sessionId }: Pick<SignedIn, 'id' | 'sessionId'>): Promise<void> {
    await this.database.execute(sql.END, [id, sessionId]);
    await this.listeners.signedOut(id);
  }

  /** Ends every session of the moderator, on all their devices. */
  async endAll(moderatorId: string): Promise<void> {
    await this.database.execute(sql.END_ALL, [moderatorId, null]);
    await this.listeners.signedOut(moderatorId);
  }
}
