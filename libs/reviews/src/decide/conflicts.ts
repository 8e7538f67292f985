import type {
  CommentStatus,
  ConflictCode,
  ModeratorName,
  ReviewAction,
  ReviewConflict,
} from '#contract';

/** What happened to an item or a comment before its decider came. */
export interface Happening {
  code: ConflictCode;
  by: ModeratorName | null;
  action: ReviewAction | null;
  at: Date | null;
  version: number | null;
  /** The sentence, where code, person and action do not make it. */
  sentence?: string;
}

const DONE: Record<ReviewAction, string> = { approve: 'approved', reject: 'rejected' };

/** The conflict as its maker is told: by whom, how and when, in one sentence. */
export function conflictOf(id: string, happening: Happening): ReviewConflict {
  const { code, by, action, at, version } = happening;
  const detail = happening.sentence ?? sentenceOf(happening);
  return { id, code, detail, by, action, at: at?.toISOString() ?? null, version };
}

function sentenceOf({ code, by, action, at }: Happening): string {
  const when = at === null ? '' : ` ${momentOf(at)}`;
  const who = by?.name ?? 'Somebody else';
  switch (code) {
    case 'DECIDED':
      return action === null
        ? `The comment was taken out of the queue${when}.`
        : `${who} ${DONE[action]} the comment${when}.`;
    case 'CLAIMED':
      return `${who} is working on the comment.`;
    case 'CHANGED':
      return `The comment has changed since you looked${when === '' ? '' : `, last${when}`}.`;
    case 'GONE':
      return 'The comment is gone.';
  }
}

/** `at 10:11 UTC on 22 November`: names no year, for nobody looks at an item for so long. */
function momentOf(at: Date): string {
  const utc = { timeZone: 'UTC' } as const;
  const time = at.toLocaleTimeString('en-GB', { ...utc, hour: '2-digit', minute: '2-digit' });
  const day = at.toLocaleDateString('en-GB', { ...utc, day: 'numeric', month: 'long' });
  return `at ${time} UTC on ${day}`;
}

/** What a comment that waits no more, or not for moderators, is told as. */
export function whyNotWaiting(status: CommentStatus, at: Date | null): Happening {
  const nobody = { by: null, action: null, at, version: null };
  if (status === 'deleted')
    return { ...nobody, code: 'GONE', sentence: 'The comment was deleted.' };
  if (status === 'pending') {
    const sentence = 'The author has changed the comment, and it is being checked again.';
    return { ...nobody, code: 'CHANGED', sentence };
  }
  return { ...nobody, code: 'DECIDED' };
}
