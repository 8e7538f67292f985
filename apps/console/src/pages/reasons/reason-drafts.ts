import type { RejectReason } from '#contract';

/** A reason while it is written. */
export interface ReasonDraft {
  /** Ours; a new one has no id yet. */
  key: string;
  id?: string;
  title: string;
  authorText: string;
}
export type WrittenReason = Omit<ReasonDraft, 'key'>;

/** In the order of their digits. */
export const toDrafts = (reasons: readonly RejectReason[]): ReasonDraft[] =>
  [...reasons]
    .sort((one, other) => one.position - other.position)
    .map(({ id, title, authorText }) => ({ key: id, id, title, authorText }));

/** As the service takes them: the place in the list is the digit. */
export const toWritten = (drafts: readonly ReasonDraft[]): WrittenReason[] =>
  drafts.map(({ id, title, authorText }) => ({
    ...(id === undefined ? {} : { id }),
    title: title.trim(),
    authorText: authorText.trim(),
  }));

/** The list with one reason a place higher or lower; the list as it is at its ends. */
export function moveDraft(
  drafts: readonly ReasonDraft[],
  index: number,
  by: 1 | -1,
): ReasonDraft[] {
  const moved = [...drafts];
  const [draft] = moved.splice(index, 1);
  if (draft !== undefined) moved.splice(Math.max(0, index + by), 0, draft);
  return moved;
}
