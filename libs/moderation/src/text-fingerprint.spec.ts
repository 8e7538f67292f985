import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, hammingDistance, isNearDuplicate } from './text-fingerprint.js';

const LETTER =
  'Thanks to Mrs Olivia Hartman I made more in two weeks of trading than in a year of work. Contact her on WhatsApp, she answers everybody.';
const CHINESE =
  '这个平台真的很好，我昨天提现了五千块，今天又赚了三千，大家可以联系客服老师了解一下，名额有限，先到先得，感谢老师的指导。';

describe('the text hash', () => {
  it.each([
    ['Thanks!', 'THANKS'],
    ['Thanks!', '  thanks... '],
    ['well-known', 'Well known'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ｈｅｌｌｏ', 'hello'],
    ['café', 'cafe\u0301'],
    ['café', 'cafe'],
    ['Ｗ\u200bow', 'wow'],
    ['ПРИВЕТ', 'привет!'],
    ['你好，世界！', '你好世界'],
    ['👍🏽', '👍'],
    ['ﬁne', 'fine'],
  ])('of %s is that of %s', (a, b) => {
    expect(fingerprint(a).textHash).toBe(fingerprint(b).textHash);
  });

  it.each([
    ['Thanks', 'Thank'],
    ['👍', '👎'],
    ['👍', '👍👍'],
    ['???', '...'],
    ['!', '!!'],
    ['not now', 'now not'],
    ['a1', 'a2'],
    ['кит', 'кот'],
    ['', 'a'],
  ])('of %s is not that of %s', (a, b) => {
    expect(fingerprint(a).textHash).not.toBe(fingerprint(b).textHash);
  });

  it('stays what it is, for it is stored', () => {
    expect(fingerprint('Thanks!').textHash).toBe(4614160316076088494n);
    expect(fingerprint(LETTER)).toEqual({
      textHash: -2040053433473964917n,
      simHash: 3500806063542401285n,
      bands: [12437, 89233, 136442, 227589],
    });
  });
});

describe('near duplicates', () => {
  const near = (a: string, b: string): boolean => {
    const [one, other] = [fingerprint(a).simHash, fingerprint(b).simHash];
    return one !== null && other !== null && isNearDuplicate(one, other);
  };

  it.each([
    ['other marks and emoji', LETTER, `🔥🔥 ${LETTER.replaceAll('.', '!!!')} 🚀`],
    ['other numbers', `${LETTER} +1 401 555 0177`, `${LETTER} +1 917 555 0100`],
    ['a typo', LETTER, LETTER.replace('trading', 'trdaing')],
    ['a greeting', LETTER, `Hello friends. ${LETTER}`],
    ['in Chinese, other marks', CHINESE, CHINESE.replaceAll('，', ' ')],
    ['in Chinese, a word added', CHINESE, `大家好，${CHINESE}`],
  ])('%s', (_, a, b) => {
    expect(near(a, b)).toBe(true);
  });

  it.each([
    [
      'another text',
      LETTER,
      'The council has promised this bypass for eleven years and I drive that road twice a day.',
    ],
    [
      'another Chinese text',
      CHINESE,
      '这个城市的公交车太少了，每天早上都要等半个多小时，希望有关部门能够重视一下这个问题，谢谢大家。',
    ],
    ['short texts', 'Thanks a lot!', 'Thanks a lot!'],
  ])('not: %s', (_, a, b) => {
    expect(near(a, b)).toBe(false);
  });

  it('have no SimHash and no bands where there is too little to compare', () => {
    expect(fingerprint('Thanks!')).toMatchObject({ simHash: null, bands: [] });
    expect(fingerprint('😂'.repeat(200))).toMatchObject({ simHash: null, bands: [] });
  });

  it('share a band when they differ in up to three bits', () => {
    const { simHash, bands } = fingerprint(LETTER);
    expect(bands).toHaveLength(4);
    const bits = BigInt.asUintN(64, simHash ?? 0n);
    expect(bands).toEqual(
      [48n, 32n, 16n, 0n].map((shift, index) => index * 65536 + Number((bits >> shift) & 0xffffn)),
    );
  });

  it('are told by the number of differing bits', () => {
    expect(hammingDistance(0n, 0n)).toBe(0);
    expect(hammingDistance(-1n, 0n)).toBe(64);
    expect(hammingDistance(1n, 3n)).toBe(1);
    expect(hammingDistance(-(2n ** 63n), 0n)).toBe(1);
    expect(hammingDistance(2n ** 40n, 2n ** 3n)).toBe(2);
  });
});

describe('for all texts', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });

  it('hashes fit a signed 64-bit column, bands a signed 32-bit one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (body) => {
        const { textHash, simHash, bands } = fingerprint(body);
        expect(BigInt.asIntN(64, textHash)).toBe(textHash);
        expect(BigInt.asIntN(64, simHash ?? 0n)).toBe(simHash ?? 0n);
        for (const band of bands) expect(band | 0).toBe(band);
      }),
    );
  });

  it('case does not matter', () => {
    const words = fc.string({
      unit: fc.constantFrom(...Array.from('abcxyzäöüßéèñçøåœæабвгёжшαβγσς012 .,')),
      maxLength: 200,
    });
    fc.assert(
      fc.property(words, (body) => {
        expect(fingerprint(body.toUpperCase())).toEqual(fingerprint(body));
        expect(fingerprint(body.toLowerCase())).toEqual(fingerprint(body));
      }),
    );
  });

  it('punctuation and spaces do not matter', () => {
    const noise = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\t',
      '.',
      '!',
      '?',
      ',',
      '-',
      '—',
      '…',
      '"',
      '’',
      '(',
      ')',
      '\u200b',
      '\u00a0',
      '。',
      '，',
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), noise, (parts, separator) => {
        fc.pre(
          /[\p{L}\p{N}]/u.test(parts.join('')) && !/\p{M}/u.test(parts.join('').normalize('NFD')),
        );
        fc.pre(!/[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(parts.join('')));
        expect(fingerprint(parts.join(separator)).textHash).toBe(
          fingerprint(parts.join('')).textHash,
        );
      }),
    );
  });
});
