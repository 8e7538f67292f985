import { describe, expect, it } from 'vitest';
import { groupsOf, type NearPair, seekersOf } from './near-items.js';

const pair = (item: string, other: string, campaign: string | null = null): NearPair => ({
  item_id: item,
  other_id: other,
  other_campaign_id: campaign,
});
const sorted = (pairs: NearPair[]) =>
  groupsOf(pairs)
    .map(({ itemIds, campaignIds }) => [
      itemIds.toSorted().join(''),
      campaignIds.toSorted().join(''),
    ])
    .toSorted();

describe('near items', () => {
  it.each<[string, NearPair[], string[][]]>([
    ['none', [], []],
    ['two', [pair('a', 'b')], [['ab', '']]],
    ['both ways', [pair('a', 'b'), pair('b', 'a')], [['ab', '']]],
    ['by way of a third', [pair('a', 'b'), pair('b', 'c')], [['abc', '']]],
    [
      'two groups',
      [pair('a', 'b'), pair('c', 'd')],
      [
        ['ab', ''],
        ['cd', ''],
      ],
    ],
    ['of a campaign', [pair('a', 'b', 'X')], [['ab', 'X']]],
    ['that join two campaigns', [pair('a', 'b', 'X'), pair('a', 'c', 'Y')], [['abc', 'XY']]],
    ['of one campaign', [pair('a', 'b', 'X'), pair('c', 'd', 'X')], [['abcd', 'X']]],
  ])('%s', (_, pairs, groups) => {
    expect(sorted(pairs)).toEqual(groups);
  });
});

describe('who looks again', () => {
  const many = ['b', 'c', 'd'].map((other) => pair('a', other));
  it.each<[string, NearPair[], string[]]>([
    ['nobody who has found fewer than at once', many.slice(1), []],
    ['one who has found as many', many, ['a']],
    ['one of a group is enough', [...many, ...many.map((one) => pair('b', one.other_id))], ['a']],
    ['nobody who has found campaigns only', ['b', 'c', 'd'].map((n) => pair('a', n, 'X')), []],
  ])('%s', (_, pairs, seekers) => {
    expect(seekersOf(groupsOf(pairs), pairs, 3)).toEqual(seekers);
  });
});
