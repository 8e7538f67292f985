import { afterAll, describe, expect, it } from 'vitest';
import { StartupError } from '#startup';
import { readSet, type SetRow, textKey } from './read-set.js';
import { setsFolder, writeSet } from './sets.fixture.js';

const folder = setsFolder(afterAll);

describe('readSet', () => {
  it('reads the rows of a set in their order, with what they say', () => {
    const rows: SetRow[] = [
      { text: 'go\naway 😀', toxic: 1, insult: null, spans: [0, 1] },
      { text: '你好', toxic: 0, lang: 'zh' },
    ];
    writeSet(folder, 'toxicity/made-up', rows);
    expect(readSet(folder, 'toxicity/made-up')).toEqual(rows);
  });

  it('says which set is missing and what to do', () => {
    const read = () => readSet(folder, 'toxicity/none');
    expect(read).toThrow(StartupError);
    expect(read).toThrow(/none\.jsonl\.gz cannot be read: give the folder .* with --data/);
  });
});

describe('two texts have the same key', () => {
  it.each([
    ['You, idiot!', 'you idiot'],
    ['Straße  7', 'straße7'],
    ['ｆｕｌｌ ｗｉｄｔｈ', 'full width'],
    ['你好，世界', '你好世界'],
  ])('where only case, signs and width tell them apart: %j', (one, other) => {
    expect(textKey(one)).toBe(textKey(other));
  });

  it.each([
    ['you idiot', 'you idiots'],
    ['chapter 1', 'chapter 2'],
    ['你好', '你们好'],
  ])('and no others: %j', (one, other) => {
    expect(textKey(one)).not.toBe(textKey(other));
  });
});
