import { LINEAR_OUTPUTS } from '#classifier';
import { type Row, UNSAID } from './corpus.js';

/** A comment of the first set as the corpus gives it; of a toxic one nobody said in which way. */
export function comment(text: string, toxic: 0 | 1, changes: Partial<Row> = {}): Row {
  const labels = new Int8Array(LINEAR_OUTPUTS.length).fill(toxic === 1 ? UNSAID : 0);
  labels[0] = toxic;
  return {
    text,
    labels,
    positive: toxic,
    source: 0,
    ...{ weight: 1, hateWeight: 0.3, validation: false },
    ...changes,
  };
}

/** A row of a hate set, the second, as the corpus gives it. */
export function tweet(text: string, hate: 0 | 1, changes: Partial<Row> = {}): Row {
  const labels = new Int8Array(LINEAR_OUTPUTS.length).fill(UNSAID);
  labels[LINEAR_OUTPUTS.indexOf('hate')] = hate;
  return {
    text,
    labels,
    positive: hate,
    source: 1,
    ...{ weight: 1, hateWeight: 1, validation: false },
    ...changes,
  };
}
