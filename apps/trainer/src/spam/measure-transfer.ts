import { auc } from '../measures/auc.js';
import { fitSpam, vectorLogOdds } from './fit-spam.js';
import { SPAM_TRAINING, type SpamTraining } from './spam-options.js';
import type { SpamRow } from './spam-row.js';
import { type SpamVector, vectorize } from './vectorize.js';

/** How well rows are ranked by models that have seen none of their kind; the area under the ROC curve, 0 to 1. */
export interface SpamTransfer {
  /** The mean over the groups of a source, each held out in turn. */
  leaveOneGroupOut: Record<string, number>;
  /** Everything but a source, for each source with spam and ham. */
  leaveOneSourceOut: Record<string, number>;
}

function heldOutAuc(
  vectors: readonly SpamVector[],
  isHeldOut: (vector: SpamVector) => boolean,
  options: SpamTraining,
): number {
  const model = fitSpam(
    vectors.filter((vector) => !isHeldOut(vector)),
    options,
  );
  const tested = vectors.filter(isHeldOut);
  return auc(
    tested.map((vector) => vectorLogOdds(model, vector)),
    tested.map(({ spam }) => spam === 1),
  );
}

/** Measures what carries over: to other groups of the given sources, and to each of the given sources from all others. */
export function measureTransfer(
  rows: readonly SpamRow[],
  sources: { byGroup: readonly string[]; bySource: readonly string[] },
  changes: Partial<SpamTraining> = {},
): SpamTransfer {
  const options = { ...SPAM_TRAINING, ...changes };
  const vectors = vectorize(rows);
  const leaveOneGroupOut = Object.fromEntries(
    sources.byGroup.map((source) => {
      const own = vectors.filter((vector) => vector.source === source);
      const groups = [...new Set(own.map(({ group }) => group))];
      const areas = groups.map((one) => heldOutAuc(vectors, ({ group }) => group === one, options));
      return [source, areas.reduce((sum, area) => sum + area, 0) / areas.length];
    }),
  );
  const leaveOneSourceOut = Object.fromEntries(
    sources.bySource.map((source) => [
      source,
      heldOutAuc(vectors, (vector) => vector.source === source, options),
    ]),
  );
  return { leaveOneGroupOut, leaveOneSourceOut };
}
