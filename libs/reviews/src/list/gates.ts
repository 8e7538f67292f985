import type { QueryText } from './query-text.js';
import type { ReviewFilter, ReviewQuery } from './review-query.js';
import {
  knownCondition,
  termCondition,
  termsOf,
  textCondition,
  type TextTerm,
} from './text-terms.js';

/** A part of a query that an index serves by itself, whatever the order of the queue. */
export interface Gate {
  condition(text: QueryText): string;
  /** What the planner's statistics are asked about; the more conditions, the less it knows. */
  known(text: QueryText): string;
  /** What is left of the text that is asked for, to be looked at: taking texts apart again is what costs most. */
  rest: readonly TextTerm[];
}

/** A gate for each term of the text that an index serves, else that of the score; there is none over what is closed. */
export function gatesOf({ queue, filter }: ReviewQuery): Gate[] {
  if (queue === 'decided') return [];
  const terms = termsOf(filter.text ?? '');
  const indexed = terms.filter(({ index }) => index !== 'none');
  if (indexed.length === 0) return scoreGates(filter);
  return indexed.map((term) => ({
    condition: (text) => termCondition(term, text),
    known: (text) => knownCondition([term], text),
    rest: terms.filter((other) => other !== term),
  }));
}

/** All terms of the text together; `null` when no index serves one of them. */
export function wholeTextGate({ queue, filter }: ReviewQuery): Gate | null {
  const terms = termsOf(filter.text ?? '');
  if (queue === 'decided' || terms.every(({ index }) => index === 'none')) return null;
  return {
    condition: (text) => textCondition(terms, text),
    known: (text) => knownCondition(terms, text),
    rest: [],
  };
}

function scoreGates({ minScore, maxScore }: ReviewFilter): Gate[] {
  if (minScore === undefined && maxScore === undefined) return [];
  const condition = (text: QueryText): string =>
    `item.score BETWEEN ${text.param(minScore ?? 0, 'real')} AND ${text.param(maxScore ?? 1, 'real')}`;
  return [{ condition, known: condition, rest: [] }];
}
