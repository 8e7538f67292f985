import type { Classification } from '#classifier';
import type { Scorer } from '../scorer.js';
import { type Task, TOXICITY_COLUMNS } from './labels.js';

/** What came out for one text. */
export interface RowScore {
  /** 0 to 1; `null` where there is no model for the language, or none that knows the label. */
  score: number | null;
  spans: Classification['spans'];
}

/** Scores texts for one column of one task. */
export class RowScorer {
  constructor(
    private readonly scorer: Scorer,
    private readonly options: { task: Task; label: string; language: string | undefined },
  ) {}

  score(text: string): RowScore {
    const { task, label, language } = this.options;
    if (task === 'spam') return { score: this.scorer.scoreSpam(text), spans: [] };
    const output = TOXICITY_COLUMNS[label] ?? 'toxicity';
    const { scores, spans } = this.scorer.classify(
      text,
      language === undefined ? {} : { language },
    );
    return { score: scores?.[output] ?? null, spans };
  }
}
