import { LINEAR_OUTPUTS } from '#classifier';
import { readSet, type SetRow, textKey } from './read-set.js';
import { inShare, isValidation } from './share.js';
import type { Source } from './sources.js';

/** A label that a row says nothing about. */
export const UNSAID = -1;

/** One text to learn from. */
export interface Row {
  text: string;
  /** 0, 1 or `UNSAID` for each of `LINEAR_OUTPUTS`. */
  labels: Int8Array;
  /** What the set itself says, 0 or 1. */
  positive: 0 | 1;
  /** Position of the set among the sources. */
  source: number;
  weight: number;
  /** What it counts when hate is learned. */
  hateWeight: number;
  /** Kept from the models, to combine and calibrate them on. */
  validation: boolean;
  /** The characters that people marked, if they were asked. */
  spans?: number[];
}

const HATE = LINEAR_OUTPUTS.indexOf('hate');
/** Of the marked texts so many are kept to measure the explanations on. */
const SPANS_HELD_SHARE = 5;
/** Identity terms kept aside, to measure how the model treats groups that it has not been taught about. */
const TERMS_HELD_SHARE = 4;

const KINDS = ['severe_toxic', 'obscene', 'threat', 'insult', 'identity_hate'] as const;

function commentLabels(row: SetRow): Int8Array {
  const labels = new Int8Array(LINEAR_OUTPUTS.length).fill(UNSAID);
  const toxic = row.toxic === 1 ? 1 : 0;
  labels[0] = toxic;
  KINDS.forEach((kind, index) => {
    // A civil comment is none of these, whether the set says so or not.
    labels[index + 1] = toxic === 0 ? 0 : (row[kind] ?? UNSAID);
  });
  // Nor is it hate, and it shows the hate sets what comments look like that are not.
  labels[HATE] = toxic === 0 ? 0 : row.identity_hate === 1 || row.term !== undefined ? 1 : UNSAID;
  return labels;
}

function hateLabels(row: SetRow): Int8Array {
  const labels = new Int8Array(LINEAR_OUTPUTS.length).fill(UNSAID);
  // Coarse slang is offensive in this set, and no hate.
  if (row.label !== 'offensive') labels[HATE] = row.toxic === 1 ? 1 : 0;
  return labels;
}

/** Of the Chinese texts so many are kept to measure on. */
const CHINESE_HELD_SHARE = 5;

/** Whether a Chinese text is one of those kept to measure on. */
export const isHeldChinese = (text: string): boolean =>
  inShare(`zh ${textKey(text)}`, CHINESE_HELD_SHARE);

/** Whether an identity term is one of those kept aside. */
export const isHeldTerm = (term: string): boolean => inShare(`term ${term}`, TERMS_HELD_SHARE);

/** Whether a marked text is one of those that explanations are measured on. */
export const isHeldForSpans = (text: string): boolean =>
  inShare(`spans ${textKey(text)}`, SPANS_HELD_SHARE);

function isHeldBack(row: SetRow): boolean {
  if (row.term !== undefined && isHeldTerm(row.term)) return true;
  if (row.lang === 'zh') return isHeldChinese(row.text);
  return row.spans !== undefined && isHeldForSpans(row.text);
}

/** What is left of a text without the characters that people marked as toxic; offsets count code points. */
export function withoutMarked(text: string, spans: readonly number[]): string {
  const marked = new Set(spans);
  return Array.from(text)
    .filter((_, index) => !marked.has(index))
    .join('');
}

/**
 * The sets of toxic news comments have no civil ones beside them, and a model would learn that politics is toxic. What people
 * left unmarked in them is the nearest to a civil news comment that there is.
 */
function civilRest(row: Row): Row[] {
  if (!row.spans || row.spans.length === 0) return [];
  const text = withoutMarked(row.text, row.spans);
  const { source, weight, hateWeight, validation } = row;
  const labels = new Int8Array(LINEAR_OUTPUTS.length);
  return [{ text, labels, positive: 0, source, weight, hateWeight, validation }];
}

/** Reads the sources, each text once, without the texts in `excluded` (keys as `textKey` gives them) and those held back. */
export function readCorpus(
  folder: string,
  sources: readonly Source[],
  excluded: ReadonlySet<string>,
): Row[] {
  const seen = new Set(excluded);
  return sources.flatMap((source, index) =>
    readSet(folder, source.path).flatMap((row): Row[] => {
      const key = textKey(row.text);
      if (seen.has(key) || isHeldBack(row)) return [];
      seen.add(key);
      const labels = source.lesson === 'comments' ? commentLabels(row) : hateLabels(row);
      const learned: Row = {
        ...{ text: row.text, labels, positive: row.toxic === 1 ? 1 : 0, source: index },
        ...{ weight: source.weight, hateWeight: source.hateWeight, validation: isValidation(key) },
        ...(row.spans && { spans: row.spans }),
      };
      return [learned, ...civilRest(learned)];
    }),
  );
}
