import { describe, expect, it, test } from 'vitest';
import { readable, readAnswer, requestOf } from './dialects.js';

const answer = (text: unknown, status = 200, headers = {}) => ({
  ...{ status, headers, text: typeof text === 'string' ? text : JSON.stringify(text) },
});
const QUESTION = { text: 'a & b\n"ä"', author: '', url: 'https://comments.example' };
const refused = { kind: 'refused', why: 'unreadable', words: null, seconds: null };

describe('a question', () => {
  it('carries the text whole, in the shape of each dialect', () => {
    const { body: asked } = requestOf('perspective', QUESTION);
    expect(JSON.parse(asked)).toMatchObject({ comment: { text: QUESTION.text }, doNotStore: true });
    expect(JSON.parse(requestOf('openai', QUESTION).body)).toEqual({ input: QUESTION.text });
    const form = new URLSearchParams(requestOf('akismet', QUESTION).body);
    expect(form.get('comment_content')).toBe(QUESTION.text);
    expect(form.get('is_test')).toBe('1');
    expect(form.has('comment_author')).toBe(false);
    const signed = new URLSearchParams(requestOf('akismet', { ...QUESTION, author: 'Ann' }).body);
    expect(signed.get('comment_author')).toBe('Ann');
  });
});

describe('an answer', () => {
  it('of Perspective is its scores, the highest first', () => {
    const text = {
      attributeScores: {
        INSULT: { summaryScore: { value: 0.4 } },
        TOXICITY: { summaryScore: { value: 0.9 } },
      },
      languages: ['en'],
      detectedLanguages: ['en'],
    };
    expect(readAnswer('perspective', answer(text))).toEqual({
      ...{ kind: 'scores', flagged: null, languages: ['en'] },
      scores: [
        { name: 'TOXICITY', score: 0.9 },
        { name: 'INSULT', score: 0.4 },
      ],
    });
  });

  it('of Perspective may have no scores at all', () => {
    expect(readAnswer('perspective', answer({ languages: ['zh'] }))).toEqual({
      ...{ kind: 'scores', scores: [], flagged: null, languages: ['zh'] },
    });
  });

  test.each([
    ['true', {}, { spam: true, discard: false }],
    ['true', { 'x-akismet-pro-tip': 'discard' }, { spam: true, discard: true }],
    ['false\n', {}, { spam: false, discard: false }],
  ])('of Akismet is one word: %j %j', (text, headers, verdict) => {
    expect(readAnswer('akismet', answer(text, 200, headers))).toEqual({
      ...{ kind: 'verdict', ...verdict },
    });
  });

  it('of Akismet that is refused says why in a header, with status 200', () => {
    const headers = { 'x-akismet-debug-help': 'Empty "user_ip" value' };
    expect(readAnswer('akismet', answer('invalid', 200, headers))).toEqual({
      ...refused,
      ...{ why: 'invalid', words: 'Empty "user_ip" value' },
    });
  });

  it('of OpenAI is its categories, and whether the text is flagged', () => {
    const result = { flagged: true, category_scores: { hate: 0.1, harassment: 0.8 } };
    expect(readAnswer('openai', answer({ results: [result] }))).toEqual({
      ...{ kind: 'scores', flagged: true, languages: [] },
      scores: [
        { name: 'harassment', score: 0.8 },
        { name: 'hate', score: 0.1 },
      ],
    });
  });

  test.each(['perspective', 'openai'] as const)('of %s that is refused says why', (system) => {
    const text = { error: { code: 400, message: 'Comment must be non-empty.' } };
    expect(readAnswer(system, answer(text, 400))).toEqual({
      ...refused,
      ...{ why: 'invalid', words: 'Comment must be non-empty.' },
    });
  });

  test.each(['perspective', 'akismet', 'openai'] as const)(
    'of %s that asks for patience says for how long',
    (system) => {
      expect(readAnswer(system, answer('', 429, { 'retry-after': '7' }))).toEqual({
        ...refused,
        ...{ why: 'limited', seconds: 7 },
      });
    },
  );

  test.each(['perspective', 'akismet', 'openai'] as const)(
    'that is none of %s, as a proxy gives it, is refused without words',
    (system) => {
      for (const text of ['<html>Bad gateway</html>', '', 'null', '[]', '{}', '{"results":[]}'])
        expect(readAnswer(system, answer(text)), text).toEqual(refused);
      expect(readAnswer(system, answer('<html></html>', 502))).toEqual({
        ...refused,
        why: 'failed',
      });
    },
  );

  it('is set in lines where it is JSON, and left alone where it is not', () => {
    expect(readable('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(readable('true')).toBe('true');
    expect(readable('<p>')).toBe('<p>');
  });
});
