import { brotliCompressSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWeights, unpackWeights, type Weights, WeightsError } from './weights-file.js';

const SAMPLE: Weights = {
  meta: { version: '2026-01-01', words: ['one', '二', '😀'], nested: { step: 0.1, none: null } },
  sections: {
    signed: Int8Array.of(-128, 0, 127),
    bytes: Uint8Array.of(0, 255, 7),
    short: Int16Array.of(-32_768, 32_767),
    none: new Int32Array(0),
    long: Int32Array.of(-(2 ** 31), 2 ** 31 - 1),
    real: Float32Array.of(0.5, -0, Infinity, NaN),
  },
};
const file = packWeights(SAMPLE);

describe('a weights file', () => {
  it('gives back what was written into it', () => {
    expect(unpackWeights(file)).toEqual(SAMPLE);
  });

  it.each<Weights['sections']>([{}, { one: new Float32Array(0) }])(
    'may be empty: %o',
    (sections) => {
      expect(unpackWeights(packWeights({ meta: {}, sections }))).toEqual({ meta: {}, sections });
    },
  );

  it('gives back rows of every type and length', () => {
    const integers = fc.array(fc.integer({ min: -128, max: 127 }), { maxLength: 20 });
    const reals = fc.array(fc.float(), { maxLength: 20 });
    fc.assert(
      fc.property(integers, reals, integers, (first, second, third) => {
        const sections = {
          first: Int8Array.from(first),
          second: Float32Array.from(second),
          third: Int16Array.from(third),
        };
        expect(unpackWeights(packWeights({ meta: {}, sections })).sections).toEqual(sections);
      }),
    );
  });

  it('may lie anywhere in a larger buffer, and so may what is packed', () => {
    const larger = new Uint8Array(file.length + 10);
    larger.set(file, 3);
    expect(unpackWeights(larger.subarray(3, 3 + file.length))).toEqual(SAMPLE);
    const part = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
    const packed = packWeights({ meta: {}, sections: { part } });
    expect(unpackWeights(packed).sections['part']).toEqual(Float32Array.of(1, 2));
  });

  it('is the same for the same weights', () => {
    expect(packWeights(SAMPLE)).toEqual(file);
  });
});

describe('a file that cannot be read', () => {
  const refusal = (bytes: Uint8Array): unknown => {
    try {
      unpackWeights(bytes);
    } catch (error) {
      return error;
    }
    return 'it was read';
  };
  const changed = (at: number, by: number): Uint8Array => {
    const copy = Uint8Array.from(file);
    copy[at] = (copy[at] as number) ^ by;
    return copy;
  };

  it.each([1, 0x20, 0x80, 0xff])('is one with any byte changed by %i', (by) => {
    const unnoticed = [...file.keys()].filter(
      (at) => !(refusal(changed(at, by)) instanceof WeightsError),
    );
    expect(unnoticed).toEqual([]);
  });

  it('is one that was cut off anywhere, or has something behind it', () => {
    const unnoticed = [...file.keys()].filter(
      (end) => !(refusal(file.subarray(0, end)) instanceof WeightsError),
    );
    expect(unnoticed).toEqual([]);
    expect(refusal(Buffer.concat([file, Buffer.of(0)]))).toBeInstanceOf(WeightsError);
  });

  it('is any other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(bytes)).toBeInstanceOf(WeightsError);
        const begun = Uint8Array.of(...file.subarray(0, 12), ...bytes);
        expect(refusal(begun)).toBeInstanceOf(WeightsError);
      }),
    );
  });

  it.each([
    ['no JSON', 'header', 6],
    [
      'a type that there is not',
      '{"meta":{},"sections":{"a":{"type":"f64","offset":0,"length":1}},"unpacked":8}',
      null,
    ],
    [
      'a row beyond the end',
      '{"meta":{},"sections":{"a":{"type":"f32","offset":0,"length":9}},"unpacked":8}',
      null,
    ],
    ['less room than there is to unpack', '{"meta":{},"sections":{},"unpacked":1}', null],
    ['no sections', '{}', null],
  ])('is one with %s behind a right checksum', (_, header, length) => {
    const rest = Buffer.concat([Buffer.from(header), brotliCompressSync(new Uint8Array(8))]);
    const bytes = Buffer.concat([file.subarray(0, 48), rest]);
    bytes.writeUInt32LE(length ?? header.length, 12);
    createHash('sha256').update(rest).digest().copy(bytes, 16);
    expect(refusal(bytes)).toBeInstanceOf(WeightsError);
  });

  it.each([
    [
      'another kind of file',
      Buffer.from('a text of some length, which is no weights file at all'),
      /no weights file/,
    ],
    [
      'another version',
      changed(8, 3),
      /has version 2, this program reads version 1: train it again/,
    ],
    ['a damaged one', changed(file.length - 1, 1), /damaged: its checksum is wrong/],
    ['one with a damaged length', changed(12, 1), /damaged: its parts do not fit/],
  ])('is told what is wrong: %s', (_, bytes, message) => {
    expect(() => unpackWeights(bytes)).toThrow(message);
  });
});
