import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#moderation';
import { isHeldForSpans, isHeldTerm } from '../data/corpus.js';
import { type SetRow, textKey } from '../data/read-set.js';
import { setsFolder, writeSet } from '../data/sets.fixture.js';
import { isValidation } from '../data/share.js';
import { ENGLISH_SOURCES } from '../data/sources.js';
import { KINDS } from '../obfuscate/kinds.js';
import { tinyWeights } from '../tiny-weights.fixture.js';
import { measureClassifier } from './measure-classifier.js';

const folder = setsFolder(afterAll);
const numbered = (text: string): string[] =>
  Array.from({ length: 60 }, (_, index) => `${text} ${index}`);

/** By the tiny weights a text with `idiot` or `moron` scores 0.95, any other 0.05. */
const TEST: SetRow[] = [
  { text: 'you idiot', toxic: 1 },
  { text: 'what a moron', toxic: 1 },
  { text: 'what a very nice text', toxic: 1 },
  { text: 'such an idiot, they say', toxic: 0 },
  { text: 'thanks', toxic: 0 },
  { text: 'read it again', toxic: 0 },
  { text: 'one two three', toxic: 0 },
];
const talk = numbered('what they say of this is').map((text): SetRow => ({ text, toxic: 0 }));
const kept = talk.filter(({ text }) => isValidation(textKey(text)));
const terms = Array.from({ length: 20 }, (_, index) => `term${index}`);
const held = terms.filter(isHeldTerm).sort();
const marked = numbered('you idiot')
  .filter(isHeldForSpans)
  .map((text, at): SetRow => {
    // Of the first one people marked more than the model does.
    const spans = Array.from(
      { length: at === 0 ? 9 : 5 },
      (_, index) => index + (at === 0 ? 0 : 4),
    );
    return { text, toxic: 1, spans };
  });

for (const { path } of ENGLISH_SOURCES) writeSet(folder, path, []);
writeSet(folder, 'toxicity/jigsaw-test', TEST);
writeSet(folder, 'toxicity/fox-news', [TEST[0], TEST[3]] as SetRow[]);
writeSet(folder, 'toxicity/wikipedia-context', [...talk, { text: 'you moron', toxic: 1 }]);
writeSet(folder, 'toxicity/cold-zh', []);
writeSet(folder, 'toxicity/stormfront', talk);
writeSet(folder, 'toxicity/toxic-spans', [
  ...marked,
  { text: numbered('you moron').find((text) => !isHeldForSpans(text)) as string, spans: [0] },
]);
writeSet(
  ...([folder, 'toxicity/identity-templates'] as const),
  terms.flatMap((term): SetRow[] => [
    { text: `${term} people are nice`, toxic: 0, term },
    { text: `${term} people, idiot, are nice`, toxic: 0, term },
    { text: `${term} people are not very nice`, toxic: 1, term },
  ]),
);

describe('the report', () => {
  const shares: number[] = [];
  const report = measureClassifier(folder, tinyWeights(), (share) => shares.push(share));
  const [test, news, context] = report.sets;

  it('measures the score of toxicity at the threshold of the default policy', () => {
    expect(report.threshold).toBe(DEFAULT_POLICY.thresholds.toxicity.hold);
    expect(report.version).toBe('2026-01-01');
    expect(test).toMatchObject({ name: 'jigsaw-test', rows: 7, positives: 3 });
    expect(test?.precision).toBeCloseTo(2 / 3, 10);
    expect(test?.recall).toBeCloseTo(2 / 3, 10);
    expect(test?.civilHeld).toBeCloseTo(1 / 4, 10);
    // Of twelve pairs six are right, and five and a half of the others tie or are wrong.
    expect(test?.auc).toBeCloseTo((2 * (3 + 0.5) + (0 + 3 * 0.5)) / 12, 10);
  });

  it('measures each set by itself', () => {
    expect(news).toMatchObject({ rows: 2, positives: 1, auc: 0.5, civilHeld: 1 });
    expect(report.sets.map(({ rows }) => rows)).toContain(
      (context?.rows as number) + (news?.rows as number),
    );
  });

  it('measures of a set that was learned from only the rows that were kept', () => {
    expect([kept.length, kept.length + 1]).toContain(context?.rows);
    const stormfront = report.sets.find(({ name }) => name.startsWith('stormfront'));
    expect(stormfront?.rows).toBe(kept.length);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(talk.length / 2);
  });

  it('measures the disguises, each by itself', () => {
    expect(report.obfuscated.map(({ kind }) => kind)).toEqual([...KINDS]);
    for (const { auc } of report.obfuscated) expect(auc).toBeLessThanOrEqual(test?.auc as number);
  });

  it('measures the identity terms that were kept aside by their civil sentences', () => {
    expect(held.length).toBeGreaterThan(0);
    expect(report.terms).toEqual(held.map((term) => ({ term, sentences: 2, held: 0.5 })));
  });

  it('measures explanations on the marked texts that were held back', () => {
    expect(report.spans.texts).toBe(marked.length);
    // Of nine characters five are found in one text, all of five in the others.
    const [first, others] = [(2 * 5) / 14, marked.length - 1];
    expect(report.spans.f1).toBeCloseTo((first + others) / marked.length, 10);
  });

  it('tells how far it is', () => {
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.length).toBeGreaterThan(0);
  });
});
