import { type Classifier, EXPLAINED_FROM, TOXICITY_LABELS } from '#classifier';
import type { ScoredLabel, TextScorer, TextScores } from '../checks/scorer.check.js';
import { roundScore } from './round-score.js';

/** The classifier of this machine as a scorer; it answers at once. */
export function classifierScorer(classifier: Pick<Classifier, 'version' | 'classify'>): TextScorer {
  const answer: TextScorer['score'] = (text, options): TextScores => {
    const { language, scores, spans } = classifier.classify(text, options);
    if (scores === null) return { labels: [], unscoredLanguage: language };
    const labels = TOXICITY_LABELS.flatMap((label): ScoredLabel[] => {
      const score = scores[label];
      if (score === undefined) return [];
      // They explain why the text is toxic, which a label that does not apply has nothing to do with.
      return [{ label, score: roundScore(score), spans: score < EXPLAINED_FROM ? [] : spans }];
    });
    return { labels, language };
  };
  return { name: 'classifier', version: classifier.version, score: answer };
}
