import { describe, expect, it } from 'vitest';
import { SpamTokens } from './spam-tokens.js';
import { TokenKind } from './token-kind.js';

const NAMES = new Map<number, string>(
  Object.entries(TokenKind).map(([name, kind]) => [kind, name]),
);

function read(text: string): string[] {
  const tokens = new SpamTokens();
  tokens.read(text);
  return Array.from({ length: tokens.count }, (_, at) => {
    const original = text.slice(tokens.originalStart(at), tokens.originalEnd(at));
    return `${NAMES.get(tokens.kinds[at] ?? 0) ?? ''}:${original}`;
  });
}

describe('SpamTokens', () => {
  it.each<[rule: string, text: string, tokens: string[]]>([
    ['words, with apostrophes', "don't stop", ["word:don't", 'word:stop']],
    [
      'links with a scheme',
      'see https://a.example/b?c',
      ['word:see', 'link:https://a.example/b?c'],
    ],
    [
      'bare hosts',
      'go to cheap-pills.com now',
      ['word:go', 'word:to', 'link:cheap-pills.com', 'word:now'],
    ],
    [
      'ambiguous endings only with a path',
      'so.it wa.me/12',
      ['word:so', 'word:it', 'link:wa.me/12'],
    ],
    ['no link across a missing space', 'nice.Thanks', ['word:nice', 'word:Thanks']],
    ['e-mail addresses', 'ask me@mail.com.', ['word:ask', 'email:me@mail.com']],
    ['handles and hashtags', '@jane_fx #win', ['handle:@jane_fx', 'hashtag:#win']],
    ['amounts with thousands apart', 'got $21 000 in', ['word:got', 'money:$21 000', 'word:in']],
    ['amounts with the sign behind', '100€', ['money:100€']],
    ['phones with a prefix', '+1 (555) 010-0199', ['phone:+1 (555) 010-0199']],
    ['phones in groups', '0800 555 0199', ['phone:0800 555 0199']],
    ['large figures are no phones', '1,884,034,783', ['number:1,884,034,783']],
    [
      'years apart from what follows',
      'in 2015 100 men',
      ['word:in', 'number:2015', 'number:100', 'word:men'],
    ],
    ['percentages', '50% off', ['percent:50%', 'word:off']],
    ['runs of marks', 'no!!! why??', ['word:no', 'mark:!!!', 'word:why', 'mark:??']],
    ['emoji of two units', 'a💰b', ['word:a', 'emoji:💰', 'word:b']],
    ['disguised letters', '𝗜 ᴡᴏɴ', ['word:𝗜', 'word:ᴡᴏɴ']],
    ['entities', 'it&#39;s &lt;3', ['word:it&#39;s', 'number:3']],
    ['tags as spaces', 'a<br />b', ['word:a', 'word:b']],
  ])('reads %s', (_rule, text, tokens) => {
    expect(read(text)).toEqual(tokens);
  });

  it('gives disguised, shouted and plain words the same hash', () => {
    const hashOf = (text: string) => {
      const tokens = new SpamTokens();
      tokens.read(text);
      return tokens.hashes[0];
    };
    const plain = hashOf('money');
    expect(['MONEY', '𝗺𝗼𝗻𝗲𝘆', 'ｍｏｎｅｙ', 'mo\u200bney'].map(hashOf)).toEqual(
      Array(4).fill(plain),
    );
  });

  it('stands in for addresses, so that two links read alike', () => {
    const tokens = new SpamTokens();
    tokens.read('http://one.example/a http://two.example/b http://youtu.be/x');
    expect(tokens.hashes[0]).toBe(tokens.hashes[1]);
    expect(tokens.hashes[2]).not.toBe(tokens.hashes[0]);
  });

  it('forgets the text before', () => {
    const tokens = new SpamTokens();
    tokens.read('one two three');
    tokens.read('four');
    expect(tokens.count).toBe(1);
  });

  it('reads 20,000 units and no more', () => {
    const tokens = new SpamTokens();
    tokens.read('a '.repeat(15_000));
    expect(tokens.count).toBe(10_000);
  });
});
