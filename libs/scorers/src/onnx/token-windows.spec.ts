import { describe, expect, it } from 'vitest';
import { textTokenizer } from './text-tokenizer.js';
import { TokenWindows } from './token-windows.js';
import { wordPieceFrom } from './word-piece.js';

const [CLS, SEP, UNK] = [2, 3, 1];
const WORDS = Array.from({ length: 100 }, (_, i) => `w${i}`);
const VOCABULARY = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...WORDS, 'straße', '##n'].join('\n');

function windows(text: string, { size = 512, lowercase = true } = {}): number[][] {
  const tokenizer = textTokenizer(wordPieceFrom(VOCABULARY, lowercase) ?? {}, {});
  return new TokenWindows(tokenizer, size).of(text);
}
const ids = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i + 4);

describe('TokenWindows', () => {
  it('frames a text that fits as one window', () => {
    expect(windows('W0 w1, w2')).toEqual([[CLS, 4, 5, UNK, 6, SEP]]);
  });

  it('frames a text without a word', () => {
    expect(windows('   ')).toEqual([[CLS, SEP]]);
  });

  it('cuts a long text into windows that overlap and leave nothing out', () => {
    expect(windows(WORDS.join(' '), { size: 66 })).toEqual([
      [CLS, ...ids(0, 64), SEP],
      [CLS, ...ids(48, 100), SEP],
    ]);
  });

  it('has no second window for a text that fills one', () => {
    expect(windows(WORDS.slice(0, 64).join(' '), { size: 66 })).toHaveLength(1);
  });

  it('comes to an end where a window has hardly any room', () => {
    const cut = windows(WORDS.join(' '), { size: 8 });
    expect(cut.map((window) => window.length)).toContain(8);
    expect(new Set(cut.flat())).toEqual(new Set([CLS, SEP, ...ids(0, 100)]));
  });

  it('takes the marks of a model in a text for no marks', () => {
    expect(windows('w0 [SEP] w1 [CLS]')).toEqual([[CLS, 4, 5, SEP]]);
  });

  it('keeps capitals for a model that knows them', () => {
    expect(windows('W0 w0', { lowercase: false })).toEqual([[CLS, UNK, 4, SEP]]);
  });
});

describe('wordPieceFrom', () => {
  it('is nothing without the tokens that BERT cannot do without', () => {
    expect(wordPieceFrom('a\nb\n', true)).toBeNull();
    expect(wordPieceFrom('', true)).toBeNull();
  });
});
