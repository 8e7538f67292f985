/** How the spam model is trained. */
export interface SpamTraining {
  /** Decides which rows are held out together while the model is calibrated. */
  seed: number;
  /** The table of n-gram weights has 2 to this power of buckets. */
  bucketBits: number;
  /** What a row of each source weighs; sources that are not here weigh `otherWeight`. */
  sourceWeights: Readonly<Record<string, number>>;
  otherWeight: number;
  /** How strongly n-gram weights are pulled to 0 (half of it times the square is added to the loss). */
  gramPenalty: number;
  /** How strongly the weights of dense features are pulled to their expectations. */
  densePenalty: number;
  /** How strongly the intercepts of the sources, which the model does not keep, are pulled to 0. */
  interceptPenalty: number;
  iterations: number;
  /** Sources whose rows are real comments, nearly all of them no spam: what most of the calibration mix is made of. */
  civilSources: readonly string[];
  /** The share of spam in the mix that probabilities are calibrated for. */
  spamShare: number;
  /** How many times rows are held out for calibration. */
  folds: number;
}

/** The settings that carried over best when whole sites were held out. */
export const SPAM_TRAINING: SpamTraining = {
  seed: 1,
  bucketBits: 17,
  sourceWeights: {
    'spam/youtube': 30,
    'spam/scamspot-instagram': 8,
    'spam/telegram': 0.3,
    'spam/sms': 0.3,
    'spam/spamassassin-email': 0.1,
    'toxicity/wikipedia-context': 0.75,
  },
  otherWeight: 0.3,
  gramPenalty: 3,
  densePenalty: 200,
  interceptPenalty: 1,
  iterations: 30,
  civilSources: ['toxicity/wikipedia-context'],
  spamShare: 0.05,
  folds: 5,
};
