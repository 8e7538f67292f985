import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { ModeratorName, ReviewNote } from '#contract';
import { Database, type Session } from '#database';
import type { CommentRef } from '#transitions';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './history.sql.js';

interface NoteRow {
  id: string;
  text: string;
  created_at: Date;
  moderator_id: string | null;
  moderator_name: string | null;
}

/** What moderators tell each other about a comment. */
@Injectable()
export class NotesService {
  constructor(private readonly database: Database) {}

  /** The trail tells that there is a note, not what it says: notes quote comments, and go when these are deleted. */
  async add(comment: CommentRef, text: string, by: ModeratorName): Promise<ReviewNote> {
    const { siteId, commentId } = comment;
    const id = uuidv7();
    const at = new Date().toISOString();
    await this.database.transaction(async (session) => {
      await session.execute(sql.ADD_NOTE, [siteId, id, commentId, by.id, text]);
      await AuditTrail.record(session, [
        {
          ...{ siteId, actor: 'moderator', actorId: by.id, action: 'comment.noted' },
          subject: { type: 'comment', id: commentId },
          ...{ before: null, after: { note: id } },
        },
      ]);
    });
    return { id, by: { id: by.id, name: by.name }, text, at };
  }
}

/** The notes about a comment, newest first. */
export async function readNotes(
  session: Session,
  { siteId, commentId }: CommentRef,
): Promise<ReviewNote[]> {
  const rows = await session.query<NoteRow>(sql.NOTES, [siteId, commentId]);
  return rows.map(({ id, text, created_at: at, moderator_id: by, moderator_name: name }) => ({
    id,
    by: by === null ? null : { id: by, name: name ?? '' },
    text,
    at: at.toISOString(),
  }));
}
