import { describe, expect, it } from 'vitest';
import { SPAM_FEATURES, type SpamFeatureName } from './spam-feature-names.js';
import { readSpam } from './spam-reading.js';

function featuresOf(text: string): Partial<Record<SpamFeatureName, number>> {
  const { values } = readSpam(text).features;
  return Object.fromEntries(
    SPAM_FEATURES.flatMap(({ name }, at) => (values[at] === 0 ? [] : [[name, values[at]]])),
  );
}

const SAYS: readonly (readonly [name: SpamFeatureName, texts: readonly string[]])[] = [
  ['links', ['see http://a.example', 'cheap-stuff.com']],
  ['videoLink', ['https://youtu.be/abc', '/watch?v=abc']],
  ['chatLink', ['join t.me/group', 'https://wa.me/123']],
  ['shortLink', ['bit.ly/2abc']],
  ['splitHost', ['go to my-page . com', 'at money dot com']],
  ['email', ['write to me@mail.com']],
  ['phone', ['call 0800 555 0199', '+44 20 7946 0000']],
  ['onlyHandle', ['@friend']],
  ['lateHandle', ['he changed my whole life @somebody']],
  ['tradeHandle', ['@jane_fx_trades', '#CryptoJane']],
  ['gainedAmount', ['i earned $5,000 with her', 'she made 300 dollars']],
  ['amountPerPeriod', ['$500 a week', 'every day 200€']],
  ['twoAmounts', ['put in $100 and took out $900']],
  ['callToOwn', ['check out my new channel', 'visit our website']],
  ['ownPlace', ['my latest video is out']],
  ['callToContact', ['subscribe at http://a.example']],
  ['pleaseCall', ['please subscribe', 'watch it please']],
  ['reachPerson', ['contact her', 'dm me', 'message Mrs Smith']],
  ['thanksTo', ['thanks to Mr Smith', 'all thanks to @somebody']],
  ['workPay', ['work from home and earn well']],
  ['crowd', ['hey guys']],
  ['exclaimRun', ['now!!!']],
  ['moneyEmoji', ['so nice 💰']],
  ['pointEmoji', ['👉 here']],
  ['disguised', ['𝗜 𝗺𝗮𝗱𝗲 𝗶𝘁', 'ᴡᴏᴡ']],
  ['repeated', ['buy it now buy it now buy it now buy it now']],
  ['lines', ['one\ntwo']],
  ['otherScript', ['привет всем']],
];

describe('SpamFeatures', () => {
  it.each(SAYS)('finds %s', (name, texts) => {
    for (const text of texts) expect(featuresOf(text)[name], text).toBeGreaterThan(0);
  });

  it('finds no sign of an offer in an argument', () => {
    const found = featuresOf('The council never said what it would cost, and nobody asked them.');
    const signs = ['links', 'phone', 'amounts', 'ownPlace', 'callToOwn', 'money', 'reachPerson'];
    expect(signs.filter((name) => name in found)).toEqual([]);
  });

  it('has at most 128 features, each with a name of its own', () => {
    expect(new Set(SPAM_FEATURES.map(({ name }) => name)).size).toBe(SPAM_FEATURES.length);
    // The explanation keeps the number of a feature in seven bits.
    expect(SPAM_FEATURES.length).toBeLessThanOrEqual(128);
  });

  it('damps counts: the tenth link says less than the second', () => {
    const links = (count: number) => featuresOf('http://a.example '.repeat(count)).links ?? 0;
    expect(links(2) - links(1)).toBeGreaterThan(links(10) - links(9));
  });
});
