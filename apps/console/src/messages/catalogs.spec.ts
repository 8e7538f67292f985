import { createIntl } from 'react-intl';
import { expect, it, test } from 'vitest';
import en from './en.json';
import reasons from './reasons.zh-hant.json';
import { translateReason } from './translate-reason.js';
import zhHant from './zh-hant.json';

/** The names of what a message is filled with: what follows a brace and ends with one, or with a comma. */
const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name!))].sort();

it('has the same messages in every language', () => {
  expect(Object.keys(zhHant)).toEqual(Object.keys(en));
});

it('fills a message with the same values in every language', () => {
  const differing = Object.entries(en)
    .filter(([id, message]) => {
      const other = (zhHant as Record<string, string>)[id] ?? '';
      return placeholders(message).join() !== placeholders(other).join();
    })
    .map(([id]) => id);
  expect(differing).toEqual([]);
});

test.each([
  ['en', en],
  ['zh-Hant', { ...zhHant, ...reasons }],
])('can be read as messages in %s', (locale, messages: Record<string, string>) => {
  const errors: unknown[] = [];
  const intl = createIntl({ locale, messages, onError: (error) => errors.push(error) });
  for (const [id, message] of Object.entries(messages)) {
    const values = Object.fromEntries(placeholders(message).map((name) => [name, 2]));
    expect(intl.formatMessage({ id }, values)).not.toBe('');
  }
  expect(errors).toEqual([]);
});

it('leaves no message empty', () => {
  const messages = [...Object.values(en), ...Object.values(zhHant), ...Object.values(reasons)];
  expect(messages.filter((message) => message.trim() === '')).toEqual([]);
});

const chinese = createIntl({ locale: 'zh-Hant', messages: { ...zhHant, ...reasons } });
const english = createIntl({ locale: 'en', messages: en });

test.each([
  [
    'a score with its threshold',
    { reason: 'SCORED_TOXICITY', details: { score: 0.9973, holdsFrom: 0.9 } },
    '有害言論 0.99（0.90 起攔下）。',
  ],
  [
    'a score that rejects',
    { reason: 'SCORED_SPAM', details: { score: 0.99, rejectsFrom: 0.98 } },
    '垃圾訊息 0.99（0.98 起拒絕）。',
  ],
  [
    'a count',
    { reason: 'LINK_COUNT', details: { links: 4, maximum: 2 } },
    '含有 4 個連結；規則允許 2 個。',
  ],
  [
    'a language by its name',
    { reason: 'LANGUAGE_NOT_SCORED', details: { language: 'pt' } },
    '未評分：沒有適用於葡萄牙文的模型。',
  ],
])('says %s in Chinese', (_, reason, sentence) => {
  expect(translateReason(chinese, { ...reason, explanation: '' })).toBe(sentence);
});

it('keeps the English sentence for English, and for what the catalog does not know', () => {
  const explanation = 'Toxicity 0.99: "idiot".';
  const known = { reason: 'SCORED_TOXICITY', details: { score: 0.99 }, explanation };
  expect(translateReason(english, known)).toBe(explanation);
  expect(translateReason(chinese, { reason: 'NEW_REASON', explanation })).toBe(explanation);
});

it('keeps the English sentence when a detail is missing', () => {
  const intl = createIntl({
    locale: 'zh-Hant',
    messages: { ...zhHant, ...reasons },
    onError: () => undefined,
  });
  const explanation = 'Has links.';
  expect(translateReason(intl, { reason: 'LINK_COUNT', explanation })).toBe(explanation);
});
