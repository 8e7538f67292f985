import type { ReviewNote } from '#contract';
import type { Session, Statement } from '#database';
import type { CommentRef } from '#transitions';

/** So many notes a card shows; all of them stand on the comment's page. */
const NOTES_ON_A_CARD = 3;

export const LATEST_NOTES: Statement = {
  name: 'reviews.latest-notes',
  text: `
    SELECT wanted.comment_id, note.id, note.text, note.created_at, note.moderator_id,
      moderator.name AS moderator_name
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, comment_id)
    CROSS JOIN LATERAL (
      SELECT id, text, created_at, moderator_id FROM comment_notes
      WHERE site_id = wanted.site_id AND comment_id = wanted.comment_id
      ORDER BY id DESC
      LIMIT ${NOTES_ON_A_CARD}
    ) AS note
    LEFT JOIN LATERAL (
      SELECT name FROM moderators WHERE id = note.moderator_id LIMIT 1
    ) AS moderator ON true
    ORDER BY note.id DESC`,
};

interface NoteRow {
  comment_id: string;
  id: string;
  text: string;
  created_at: Date;
  moderator_id: string | null;
  moderator_name: string | null;
}

/** The newest notes about comments, newest first, by the comments' ids; nothing for those without. */
export async function readLatestNotes(
  session: Session,
  comments: readonly CommentRef[],
): Promise<Map<string, ReviewNote[]>> {
  const notes = new Map<string, ReviewNote[]>();
  if (comments.length === 0) return notes;
  const rows = await session.query<NoteRow>(LATEST_NOTES, [
    comments.map(({ siteId }) => siteId),
    comments.map(({ commentId }) => commentId),
  ]);
  for (const row of rows)
    notes.set(row.comment_id, [...(notes.get(row.comment_id) ?? []), noteOf(row)]);
  return notes;
}

function noteOf({ id, text, moderator_id: by, moderator_name: name, created_at: at }: NoteRow) {
  return {
    id,
    by: by === null ? null : { id: by, name: name ?? '' },
    text,
    at: at.toISOString(),
  };
}
