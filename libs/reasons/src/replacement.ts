import type { RejectReason } from '#contract';

/** A reason as it is written; without an id, or with other words than the one that has it, it is a new one. */
export interface WrittenReason {
  id?: string | undefined;
  title: string;
  authorText: string;
}

/** What replacing a list of reasons does. */
export interface Replacement {
  /** The list from now on. */
  reasons: RejectReason[];
  added: RejectReason[];
  moved: { before: RejectReason; after: RejectReason }[];
  archived: RejectReason[];
}

/**
 * The list that follows from what is written. Words never change under an id: authors were told
 * the old ones, and decisions name them.
 * @param known all that the site ever had, archived ones too
 */
export function replace(
  current: readonly RejectReason[],
  known: readonly RejectReason[],
  written: readonly WrittenReason[],
  newId: () => string,
): Replacement {
  const byId = new Map(known.map((reason) => [reason.id, reason]));
  const used = new Set<string>();
  const idOf = ({ id, title, authorText }: WrittenReason): string => {
    const same = id === undefined ? undefined : byId.get(id);
    const isSame = same?.title === title && same.authorText === authorText;
    const kept = isSame && !used.has(same.id) ? same.id : newId();
    used.add(kept);
    return kept;
  };
  const reasons = written.map((reason, index) => ({
    id: idOf(reason),
    position: index + 1,
    title: reason.title,
    authorText: reason.authorText,
  }));
  const before = new Map(current.map((reason) => [reason.id, reason]));
  return {
    reasons,
    added: reasons.filter(({ id }) => !before.has(id)),
    moved: reasons.flatMap((after) => {
      const earlier = before.get(after.id);
      return earlier !== undefined && earlier.position !== after.position
        ? [{ before: earlier, after }]
        : [];
    }),
    archived: current.filter(({ id }) => !used.has(id)),
  };
}
