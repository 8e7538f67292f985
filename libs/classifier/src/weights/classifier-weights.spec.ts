import { describe, expect, it } from 'vitest';
import { tinyClassifierWeights } from '../tiny-language.fixture.js';
import { readClassifierWeights, writeClassifierWeights } from './classifier-weights.js';
import { packWeights, unpackWeights, WeightsError } from './weights-file.js';

const file = writeClassifierWeights(tinyClassifierWeights());

/** The file with a section, or a part of its meta data, replaced. */
function changed(name: string, value: unknown, of: 'meta' | 'sections' = 'sections'): Uint8Array {
  const weights = unpackWeights(file);
  Object.assign(weights[of], { [name]: value });
  return packWeights({
    meta: weights.meta,
    sections: Object.fromEntries(
      Object.entries(weights.sections).filter(([key]) => key !== name || value !== undefined),
    ),
  });
}

describe('the weights of a classifier', () => {
  it('are read as they were written, of a language with every part and of one with few', () => {
    const { vocabulary, ...written } = tinyClassifierWeights();
    const read = readClassifierWeights(file);
    expect(read).toMatchObject(written);
    expect(read.languages['zh']).toMatchObject({ convolution: null, rationale: null });
    const word = Uint16Array.from('idiot', (letter) => letter.charCodeAt(0));
    const commonness = vocabulary.commonness(word, 0, word.length);
    expect(read.vocabulary.commonness(word, 0, word.length)).toBe(commonness);
  });

  it('give the same bytes for the same weights', () => {
    expect(writeClassifierWeights(tinyClassifierWeights())).toEqual(file);
  });

  it.each(Object.keys(unpackWeights(file).sections))('cannot be read without %s', (name) => {
    const read = () => readClassifierWeights(changed(name, undefined));
    expect(read).toThrow(WeightsError);
    expect(read).toThrow(`lacks "${name}"`);
  });

  it('cannot be read where a row has another type', () => {
    const read = () => readClassifierWeights(changed('spam.weights', new Int8Array(8)));
    expect(read).toThrow('lacks "spam.weights"');
  });

  it.each([
    ['a vocabulary of another kind', changed('vocabulary', Uint8Array.of(1, 2, 3))],
    ['no languages', changed('languages', undefined, 'meta')],
    ['nothing about spam', changed('spam', undefined, 'meta')],
    ['nothing at all', packWeights({ meta: {}, sections: {} })],
  ])('cannot be read from a file with %s', (_, bytes) => {
    expect(() => readClassifierWeights(bytes)).toThrow(WeightsError);
  });
});
