import { describe, expect, it } from 'vitest';
import { SPAM_FEATURES } from '#classifier';
import { CHINESE_SOURCES, ENGLISH_SOURCES } from '../data/sources.js';
import { KINDS } from '../obfuscate/kinds.js';
import type { SetFigures } from './measure-classifier.js';
import { type CardContents, modelCard } from './model-card.js';

const CONTENTS: CardContents = {
  report: {
    ...{ version: '1a2b3c4d', threshold: 0.77 },
    sets: [
      {
        ...{ name: 'jigsaw-test', rows: 600, positives: 60, auc: 0.9712, tprAt5Fpr: 0.8123 },
        ...{ precision: 0.7012, recall: 0.6034, civilHeld: 0.0123, ece: 0.0187 },
      },
    ],
    obfuscated: KINDS.map((kind, at) => ({ kind, auc: 0.9612 - at / 100 })),
    terms: [{ term: 'martian', sentences: 70, held: 0.0143 }],
    spans: { texts: 1_234, f1: 0.6543 },
  },
  learnedFrom: [...ENGLISH_SOURCES, ...CHINESE_SOURCES].map((source, at) => ({
    ...{ source, rows: 1_000 + at, positive: 100 + at },
  })),
  spamRows: [
    { text: 'a', spam: 1, source: 'spam/one' },
    { text: 'b', spam: 0, source: 'spam/one' },
    { text: 'c', spam: 0, source: 'spam/two' },
  ],
  transfer: {
    toxicity: [{ set: 'stormfront', rows: 321, reference: 0.6123, ours: 0.7456 }],
    spam: [{ measure: 'everything but one to one', auc: 0.9111 }],
  },
  ...{ seed: 7, bytes: 7_654_321 },
};
const card = modelCard(CONTENTS);

describe('the model card', () => {
  it.each([
    'What it is for',
    'Learned from',
    'Spam',
    'Figures',
    'Disguised words',
    'Identity terms kept aside',
    'Explanations',
    'What carries over',
    'What it is bad at',
  ])('has the section "%s", once and not empty', (title) => {
    const sections = card.split(/^#+ /m).filter((section) => section.startsWith(`${title}\n`));
    expect(sections).toHaveLength(1);
    expect(sections[0]?.slice(title.length).trim()).not.toBe('');
  });

  it('names version, seed and size', () => {
    expect(card).toContain('Version 1a2b3c4d, seed 7, 7,654,321 bytes.');
  });

  it.each(CONTENTS.learnedFrom)(
    'names $source.name with its license, origin and rows',
    (learned) => {
      const { name, license, origin } = learned.source;
      const line = card.split('\n').find((text) => text.startsWith(`| ${name} |`));
      for (const part of [license, origin, learned.rows, learned.positive]) {
        expect(line).toContain(` ${part} |`);
      }
    },
  );

  it.each([
    ['of a set', '| jigsaw-test | 600 | 60 | 0.9712 | 81.2% | 70.1% | 60.3% | 1.2% | 0.019 |'],
    ['of a disguise', '| leet | 0.9612 | -0.0100 |'],
    ['of the last disguise', `| ${KINDS.at(-1)} |`],
    ['of an identity term', '| martian | 70 | 1.4% |'],
    ['of the explanations', 'mean over 1234 held-back texts: **0.654**'],
    ['of a set of spam', '| spam/one | 2 | 1 |'],
    ['of a set that was left out', '| stormfront | 321 | 0.6123 | 0.7456 |'],
    ['of spam elsewhere', '| everything but one to one | 0.9111 |'],
    ['of the threshold', 'threshold for toxicity, 0.77'],
  ])('has every figure: %s', (_, figure) => {
    expect(card).toContain(figure);
  });

  it('has a dash where nothing could be measured', () => {
    const [set] = CONTENTS.report.sets as [SetFigures];
    const none = { ...set, auc: NaN, tprAt5Fpr: NaN, precision: NaN, recall: NaN, ece: NaN };
    const report = { ...CONTENTS.report, sets: [{ ...none, name: 'empty', civilHeld: NaN }] };
    const line = modelCard({ ...CONTENTS, report })
      .split('\n')
      .find((text) => text.startsWith('| empty |'));
    expect(line).toBe('| empty | 600 | 60 | - | - | - | - | - | - |');
  });

  it('says so where nobody has measured what carries over', () => {
    expect(modelCard({ ...CONTENTS, transfer: null })).toContain('`npm run transfer` does it');
  });

  it('tells how many features of spam were made by hand', () => {
    expect(card).toContain(`${SPAM_FEATURES.length} features made by hand`);
  });

  it('has a blank line around every table and title', () => {
    expect(card).not.toMatch(/[^\n]\n#|[^|\n]\n\||\|\n[^|\n]/);
    expect(card.endsWith('\n')).toBe(true);
  });
});
