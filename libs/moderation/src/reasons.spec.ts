import { describe, expect, it } from 'vitest';
import { describeReason, REASON_CODES, type ReasonCode, type ReasonDetails } from './reasons.js';

describe('the sentence of a reason', () => {
  it.each<[ReasonCode, ReasonDetails, string]>([
    ['CLEAN', {}, 'No check objected.'],
    [
      'LINK_BLOCKED',
      { hosts: 'example.com', links: 1 },
      'Links to example.com, which the policy blocks.',
    ],
    ['LINK_COUNT', { links: 3, maximum: 2 }, 'Has 3 links; the policy allows 2.'],
    ['LINK_COUNT', { links: 1, maximum: 0 }, 'Has 1 link; the policy allows 0.'],
    [
      'LINK_DISGUISED',
      { links: 1, maximum: 2, disguised: 1 },
      'Has 1 link, 1 in disguise; the policy allows 2.',
    ],
    [
      'BANNED_WORD',
      { words: 'scam, clown*', count: 2 },
      'Says "scam", "clown*", which the policy bans.',
    ],
    ['PROFANITY', { words: 'fuck', count: 1 }, 'Uses profanity: "fuck".'],
    [
      'REPEAT_BY_AUTHOR',
      { times: 2, hours: 1 },
      'The author posted the same text twice within 1 hour.',
    ],
    [
      'REPEAT_BY_AUTHOR',
      { times: 3, hours: 24 },
      'The author posted the same text 3 times within 24 hours.',
    ],
    [
      'REPEAT_ACROSS_AUTHORS',
      { authors: 1, hours: 24 },
      '1 other author posted nearly the same text within 24 hours.',
    ],
    [
      'REPEAT_ACROSS_AUTHORS',
      { authors: 3, hours: 24 },
      '3 other authors posted nearly the same text within 24 hours.',
    ],
    [
      'FLOOD_BY_AUTHOR',
      { window: 'minute', observed: 7, limit: 6 },
      'The author posted 7 comments within one minute; the limit is 6.',
    ],
    [
      'FLOOD_BY_ADDRESS',
      { window: 'hour', observed: 1, limit: 0 },
      "The author's network address posted 1 comment within one hour; the limit is 0.",
    ],
    ['AUTHOR_NEW', { published: 1 }, 'The author is new here: 1 comment published so far.'],
    ['AUTHOR_NEW', { published: 0 }, 'The author is new here: 0 comments published so far.'],
    [
      'AUTHOR_SUSPENDED',
      { until: '2027-01-01T00:00:00.000Z' },
      'The author is suspended until 2027-01-01T00:00:00.000Z.',
    ],
    ['AUTHOR_SUSPENDED', {}, 'The author is suspended.'],
    ['REPORTED', { reports: 1 }, 'Readers reported the comment once.'],
    ['CHECK_TIMED_OUT', { check: 'remote' }, 'The check "remote" did not finish in time.'],
    ['SPAM_SIGNS', { signs: 'a link, capitals' }, 'Looks like spam: a link, capitals.'],
    ['SCORED_THREAT', { scorer: 'classifier' }, 'Threat found.'],
    ['SCORED_TOXICITY', { score: 0.9449, holdsFrom: 0.9 }, 'Toxicity 0.94 (holds from 0.90).'],
    ['SCORED_INSULT', { score: 0.8999, scorer: 'classifier' }, 'Insult 0.89.'],
    [
      'SCORED_THREAT',
      { score: 0.99, rejectsFrom: 0.98, scorer: 'perspective' },
      'Threat 0.99 by perspective (rejects from 0.98).',
    ],
    [
      'SCORED_SPAM',
      { score: 0.83, holdsFrom: 0.7, behavior: 'a new author, the same text by others' },
      'Spam 0.83 (holds from 0.70): a new author, the same text by others.',
    ],
    ['LANGUAGE_NOT_SCORED', { language: 'pt' }, 'Not scored: there is no model for Portuguese.'],
    ['LANGUAGE_NOT_SCORED', { language: 'und' }, 'Not scored: there is no model for its language.'],
    [
      'LANGUAGE_NOT_SCORED',
      { language: 'no tag' },
      'Not scored: there is no model for its language.',
    ],
  ])('%s %o', (reason, details, sentence) => {
    expect(describeReason(reason, details)).toBe(sentence);
  });

  it('quotes the words that made a score, and says what else did', () => {
    const details = { score: 0.94, holdsFrom: 0.9 };
    expect(describeReason('SCORED_TOXICITY', details, ['idiot', 'moron'])).toBe(
      'Toxicity 0.94 (holds from 0.90): "idiot", "moron".',
    );
    expect(describeReason('SCORED_SPAM', { ...details, behavior: 'a new author' }, ['win'])).toBe(
      'Spam 0.94 (holds from 0.90): "win"; a new author.',
    );
  });

  it.each(REASON_CODES)('%s is one whole sentence even without details', (reason) => {
    expect(describeReason(reason)).toMatch(/^[A-Z0-9][^\n]*[.]$/);
    expect(describeReason(reason)).not.toMatch(/undefined|NaN|null/);
  });

  it('names a code of another version as it is', () => {
    expect(describeReason('FROM_THE_FUTURE')).toBe('Reason: FROM_THE_FUTURE.');
    expect(describeReason('toString')).toBe('Reason: toString.');
  });
});
