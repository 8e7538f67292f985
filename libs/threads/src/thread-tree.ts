import type { ThreadComment } from '#contract';
import { cursorOf, firstPlace } from './thread-cursor.js';
import type { TreeRow } from './thread-rows.js';

/** The comments of a page with what is below them, before their texts are read. */
export class ThreadTree {
  private readonly replies = new Map<string, TreeRow[]>();
  private readonly unfinished = new Set<string>();

  /** @param rows replies, of each comment the oldest first. */
  constructor(
    readonly tops: readonly string[],
    rows: readonly TreeRow[],
  ) {
    for (const row of rows) {
      if (!row.opened) this.unfinished.add(row.parent_id);
      else this.replies.set(row.parent_id, [...(this.replies.get(row.parent_id) ?? []), row]);
    }
  }

  /** All comments that are shown. */
  ids(): string[] {
    return [...this.tops, ...[...this.replies.values()].flat().map(({ id }) => id)];
  }

  /** Comments that have more replies than are shown, whose total somebody has to count. */
  unfinishedIds(): string[] {
    return [...this.unfinished];
  }

  /**
   * The comments with their replies.
   * @param totals of those that are unfinished; of the others it is what is shown.
   */
  build(
    comments: ReadonlyMap<string, ThreadComment>,
    totals: ReadonlyMap<string, number>,
  ): ThreadComment[] {
    const grow = (id: string): ThreadComment[] => {
      const comment = comments.get(id);
      if (comment === undefined) return [];
      const rows = this.replies.get(id) ?? [];
      const replies = rows.flatMap((row) => grow(row.id));
      const shown = replies.reduce((sum, reply) => sum + 1 + reply.replies.total, 0);
      comment.replies = {
        total: Math.max(shown, totals.get(id) ?? 0),
        comments: replies,
        next: this.unfinished.has(id) ? nextBehind(rows.at(-1)) : null,
      };
      return [comment];
    };
    return this.tops.flatMap(grow);
  }
}

function nextBehind(last: TreeRow | undefined): string {
  const place = last === undefined ? firstPlace('replies') : { ...last, score: 0 };
  return cursorOf('replies', place);
}
