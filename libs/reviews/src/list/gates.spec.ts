import { describe, expect, it } from 'vitest';
import { gatesOf, wholeTextGate } from './gates.js';
import { QueryText } from './query-text.js';
import type { ReviewFilter, ReviewQuery } from './review-query.js';

const queryOf = (filter: ReviewFilter, queue: ReviewQuery['queue'] = 'held'): ReviewQuery => ({
  siteIds: ['a site'],
  queue,
  moderatorId: 'a moderator',
  filter,
});
/** What each gate asks for, and what it leaves. */
const outline = (query: ReviewQuery): [unknown[], string[]][] =>
  gatesOf(query).map((gate) => {
    const text = new QueryText();
    gate.condition(text);
    return [text.values, gate.rest.map((term) => term.text)];
  });

describe('gates', () => {
  it.each<[string, ReviewFilter, [unknown[], string[]][]]>([
    ['of nothing', {}, []],
    ['of a label', { label: 'spam' }, []],
    ['of a score', { minScore: 0.5 }, [[[0.5, 1], []]]],
    ['of a word', { text: 'mayor' }, [[['mayor | mayor:*'], []]]],
    ['of a word and a score', { text: 'mayor', maxScore: 0.5 }, [[['mayor | mayor:*'], []]]],
    [
      'of two words',
      { text: 'mayor bridge' },
      [
        [['mayor | mayor:*'], ['bridge']],
        [['bridge | bridge:*'], ['mayor']],
      ],
    ],
    ['of a word and what no index knows', { text: '天 mayor' }, [[['mayor | mayor:*'], ['天']]]],
    ['of what no index knows', { text: '天 f*' }, []],
    ['of what no index knows, with a score', { text: '天', minScore: 0.5 }, [[[0.5, 1], []]]],
  ])('%s', (_, filter, gates) => {
    expect(outline(queryOf(filter))).toEqual(gates);
    expect(gatesOf(queryOf(filter, 'decided'))).toEqual([]);
  });

  it.each<[string | undefined, unknown[] | null]>([
    [undefined, null],
    ['天 f*', null],
    ['天 mayor', ['%天%', 'mayor | mayor:*']],
    ['mayor bridge', ['mayor | mayor:*', 'bridge | bridge:*']],
  ])('of the whole text %j', (search, values) => {
    const text = new QueryText();
    const gate = wholeTextGate(queryOf(search === undefined ? {} : { text: search }));
    gate?.condition(text);
    expect(gate === null ? null : text.values).toEqual(values);
    expect(gate?.rest ?? []).toEqual([]);
  });
});
