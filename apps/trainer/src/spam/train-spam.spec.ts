import { describe, expect, it } from 'vitest';
import { readSpam, scoreSpam, spamLogOdds } from '#classifier';
import { fitSpam, vectorLogOdds } from './fit-spam.js';
import { madeUpRows } from './made-up-rows.fixture.js';
import { measureTransfer } from './measure-transfer.js';
import { SPAM_TRAINING } from './spam-options.js';
import { trainSpam } from './train-spam.js';
import { vectorize } from './vectorize.js';

const SMALL = { bucketBits: 12, iterations: 15, civilSources: ['civil'], folds: 3 };
const rows = madeUpRows(['one', 'two'], 60);
const civil = madeUpRows(['civil'], 60, 2).filter(({ spam }) => spam === 0);

describe('trainSpam', () => {
  const model = trainSpam([...rows, ...civil], SMALL);

  it('tells an advertisement that it has not seen from talk', () => {
    expect(scoreSpam(model, 'subscribe to my channel, friends')).toBeGreaterThan(
      scoreSpam(model, 'the writer never said what it would cost'),
    );
  });

  it('lets no civil comment reach 0.7', () => {
    expect(civil.filter(({ text }) => scoreSpam(model, text) >= 0.7)).toEqual([]);
  });

  it('gives the same model on the same seed', () => {
    expect(trainSpam([...rows, ...civil], SMALL)).toEqual(model);
  });

  it('calibrates for the share of spam that it is told', () => {
    const frequent = trainSpam([...rows, ...civil], { ...SMALL, spamShare: 0.5 });
    expect(frequent.calibration.b).toBeGreaterThanOrEqual(model.calibration.b);
  });

  it('trains without civil rows', () => {
    expect(trainSpam(rows, SMALL).calibration.a).toBeGreaterThan(0);
  });
});

describe('fitSpam', () => {
  it('scores a vector as the classifier scores its text', () => {
    const vectors = vectorize(rows);
    const model = fitSpam(vectors, { ...SPAM_TRAINING, ...SMALL });
    for (const [place, vector] of vectors.slice(0, 20).entries()) {
      const expected = spamLogOdds(model, readSpam(rows[place]?.text ?? ''));
      expect(vectorLogOdds(model, vector)).toBeCloseTo(expected, 4);
    }
  });
});

describe('measureTransfer', () => {
  it('measures every group and source that is held out', () => {
    const transfer = measureTransfer(rows, { byGroup: ['one'], bySource: ['one', 'two'] }, SMALL);
    expect(Object.keys(transfer.leaveOneGroupOut)).toEqual(['one']);
    expect(Object.keys(transfer.leaveOneSourceOut)).toEqual(['one', 'two']);
    expect(transfer.leaveOneSourceOut.two).toBeGreaterThan(0.9);
  });
});
