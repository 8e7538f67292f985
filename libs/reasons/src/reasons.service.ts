import { Injectable } from '@nestjs/common';
import { type AuditEvent, AuditTrail } from '#audit';
import type { RejectReason } from '#contract';
import { Database, type Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './reasons.sql.js';
import { replace, type Replacement, type WrittenReason } from './replacement.js';
import { SHIPPED_REASONS } from './shipped-reasons.js';

interface ReasonRow {
  id: string;
  position: number;
  title: string;
  author_text: string;
  archived: boolean;
}

/** The canned reasons of sites. */
@Injectable()
export class ReasonsService {
  constructor(private readonly database: Database) {}

  /** Those that a moderator can choose from, in their order. A site that never wrote any gets the shipped ones, for good. */
  list(siteId: string): Promise<RejectReason[]> {
    return this.database.connection(async (session) => currentOf(await readAll(session, siteId)));
  }

  /** Replaces the list. What falls out of it is archived, for decisions go on naming it. */
  replace(
    siteId: string,
    written: readonly WrittenReason[],
    moderatorId: string,
  ): Promise<RejectReason[]> {
    return this.database.transaction(async (session) => {
      await session.query(sql.LOCK_SITE, [siteId]);
      const rows = await readAll(session, siteId);
      const replacement = replace(currentOf(rows), rows.map(reasonOf), written, uuidv7);
      await save(session, siteId, replacement);
      await AuditTrail.record(session, eventsOf(siteId, replacement, moderatorId));
      return replacement.reasons;
    });
  }
}

async function readAll(session: Session, siteId: string): Promise<ReasonRow[]> {
  const rows = await session.query<ReasonRow>(sql.ALL, [siteId]);
  if (rows.length > 0) return rows;
  await session.execute(sql.BEGIN, [siteId, ...columns(SHIPPED_REASONS)]);
  return session.query<ReasonRow>(sql.ALL, [siteId]);
}

function currentOf(rows: readonly ReasonRow[]): RejectReason[] {
  return rows.filter(({ archived }) => !archived).map(reasonOf);
}

function reasonOf({ id, position, title, author_text: authorText }: ReasonRow): RejectReason {
  return { id, position, title, authorText };
}

async function save(session: Session, siteId: string, { reasons }: Replacement): Promise<void> {
  await session.execute(sql.ARCHIVE, [siteId, reasons.map(({ id }) => id)]);
  await session.execute(sql.SAVE, [siteId, ...columns(reasons)]);
}

function columns(reasons: readonly RejectReason[]): unknown[] {
  return [
    reasons.map(({ id }) => id),
    reasons.map(({ position }) => position),
    reasons.map(({ title }) => title),
    reasons.map(({ authorText }) => authorText),
  ];
}

function eventsOf(
  siteId: string,
  { added, moved, archived }: Replacement,
  moderatorId: string,
): AuditEvent[] {
  const event = (
    action: string,
    id: string,
    before: RejectReason | null,
    after: RejectReason | null,
  ): AuditEvent => ({
    siteId,
    actor: 'moderator',
    actorId: moderatorId,
    action,
    subject: { type: 'reason', id },
    before: before && contentOf(before),
    after: after && contentOf(after),
  });
  return [
    ...archived.map((reason) => event('reason.archived', reason.id, reason, null)),
    ...moved.map(({ before, after }) => event('reason.moved', after.id, before, after)),
    ...added.map((reason) => event('reason.added', reason.id, null, reason)),
  ];
}

function contentOf({ position, title, authorText }: RejectReason): Record<string, unknown> {
  return { position, title, authorText };
}
