import type { Config } from '#config';
import { type Check, classifierScorer, classifierSpamScorer, defaultChecks } from '#moderation';
import { chooseScorer } from '#scorers';
import { loadClassifier } from './load-classifier.js';

/**
 * Every check that a process of this configuration runs, in order. Reads the classifier's weights: once a process is enough.
 * @throws StartupError when the weights cannot be used, ConfigError when the scorer that is configured cannot
 */
export async function configuredChecks(config: Config): Promise<readonly Check[]> {
  const classifier = await loadClassifier(config.CLASSIFIER_WEIGHTS);
  const scorer = await chooseScorer(config, classifierScorer(classifier));
  return defaultChecks({ scorers: [scorer], spamScorer: classifierSpamScorer(classifier) });
}
