import type { ScoredText } from '#text-scores';

/** The check that the local classifier runs as. */
const LOCAL = 'classifier';

/** The name of what scored: `moderato-` and the classifier's version, or the scorer in its place and its version. */
export function modelOf(scored: readonly ScoredText[]): string {
  for (const { scores } of scored) {
    const toxicity = scores.get('toxicity');
    if (toxicity === undefined) continue;
    const { check, version } = toxicity;
    return ['moderato', ...(check === LOCAL ? [] : [check]), version].join('-');
  }
  return 'moderato';
}
