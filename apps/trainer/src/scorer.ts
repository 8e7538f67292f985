import type { Classifier } from '#classifier';

/** What the commands ask of a classifier. */
export type Scorer = Pick<Classifier, 'classify' | 'scoreSpam'>;
