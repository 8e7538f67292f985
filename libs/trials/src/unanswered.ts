import type { Policy, RateLimit } from '#contract';

/** A part of a policy by its name, as in `flood.author.perMinute`. */
type Part = readonly [name: string, of: (policy: Policy) => unknown];

const limits = (kind: keyof Policy['flood']): Part[] =>
  (['perMinute', 'perHour'] as const satisfies (keyof RateLimit)[]).map((window): Part => [
    `flood.${kind}.${window}`,
    ({ flood }) => flood[kind][window],
  ]);

/**
 * What checks look at besides the text: how much came before, how known the author was, and, for the model of spam,
 * which links count. What is stored of them tells nothing about another policy.
 */
const PARTS: readonly Part[] = [
  ['links.allow', ({ links }) => links.allow],
  ['repeat.windowHours', ({ repeat }) => repeat.windowHours],
  ['repeat.maximumAuthors', ({ repeat }) => repeat.maximumAuthors],
  ...limits('author'),
  ...limits('address'),
  ...limits('article'),
];

/** What of a draft stored findings cannot answer for, by name. */
export function unansweredIn(draft: Policy, inForce: Policy): string[] {
  // Who was new stands in the findings only where new authors were held.
  const holdsNew = draft.holdNewAuthors && !inForce.holdNewAuthors;
  const changed = PARTS.filter(([, of]) => !isSame(of(draft), of(inForce)));
  return [...(holdsNew ? ['holdNewAuthors'] : []), ...changed.map(([name]) => name)];
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
