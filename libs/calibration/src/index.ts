export { type Agreement, agreement } from './agreement.js';
export { spearman } from './rank-correlation.js';
export { ScoreColumn } from './score-column.js';
export { type MatchedThreshold, matchingThreshold, shareFrom } from './matching-threshold.js';
export {
  crossValidated,
  type Held,
  heldFrom,
  type JudgedScore,
  precisionOf,
  recallOf,
  type Target,
  thresholdFor,
} from './judged-scores.js';
