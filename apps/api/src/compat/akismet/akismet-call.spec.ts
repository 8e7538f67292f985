import { describe, expect, it } from 'vitest';
import { DomainError } from '#contract';
import { type AkismetCall, assertBlog, readCall } from './akismet-call.js';

const REQUIRED = { blog: 'https://blog.example', user_ip: '203.0.113.7' };
const read = (fields: Record<string, unknown>): AkismetCall => readCall({ ...REQUIRED, ...fields });

describe('a call', () => {
  it('with nothing but what is required is empty', () => {
    expect(readCall(REQUIRED)).toEqual({
      ...{ userIp: '203.0.113.7', permalink: null, name: null, email: null, url: null },
      ...{ content: '', writtenAt: undefined, language: undefined, roles: [''], guid: undefined },
      ...{ isTest: false, isRecheck: false, trapped: false },
    });
  });

  it.each([null, undefined, 'text', [], 7, { blog: ['', ''] }, { blog: {} }])(
    'without a form is refused: %j',
    (body) => {
      expect(() => assertBlog(body)).toThrow(DomainError);
      expect(() => readCall(body)).toThrow('Missing required field: blog.');
    },
  );

  it.each<[string, Record<string, unknown>, Partial<AkismetCall>]>([
    ['NUL, which PostgreSQL cannot store', { comment_content: 'a\0b' }, { content: 'ab' }],
    ['halves of characters', { comment_content: 'a\ud800' }, { content: 'a\ufffd' }],
    ['more than is read', { comment_content: 'x'.repeat(20_001) }, { content: 'x'.repeat(20_000) }],
    ['a field that came twice', { comment_author: ['Ann', 'Bob'] }, { name: 'Bob' }],
    ['what is no text', { comment_author: { toString: 1 }, comment_content: 5 }, { content: '' }],
    ['blanks', { comment_author: ' Ann ', permalink: ' ' }, { name: 'Ann', permalink: null }],
    ['a recheck', { recheck_reason: 'edit' }, { isRecheck: true }],
    [
      'several roles',
      { user_role: 'editor, administrator' },
      { roles: ['editor', 'administrator'] },
    ],
    ['a test', { is_test: 'true' }, { isTest: true }],
    ['no test', { is_test: 'False' }, { isTest: false }],
    ['a trap', { honeypot_field_name: 'fax', fax: '1' }, { trapped: true }],
    ['a trap nobody fell into', { honeypot_field_name: 'fax', fax: '' }, { trapped: false }],
    [
      'our id',
      { guid: '0192f0c1d2e37b4c9d5e6f708192a3b4' },
      { guid: '0192f0c1d2e37b4c9d5e6f708192a3b4' },
    ],
    ['the id of a feed', { guid: 'https://blog.example/?p=1' }, { guid: undefined }],
  ])('takes %s', (_, fields, expected) => {
    expect(read(fields)).toMatchObject(expected);
  });

  it.each([
    ['2026-11-22T12:00:00Z', '2026-11-22T12:00:00.000Z'],
    ['2026-11-22T12:00:00.123Z', '2026-11-22T12:00:00.123Z'],
    ['2026-11-22 12:00:00', '2026-11-22T12:00:00.000Z'],
    ['2026-11-22T12:00:00+02:00', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T12:00', '2026-11-22T12:00:00.000Z'],
    ['0000-00-00 00:00:00', undefined],
    ['1960-01-01T00:00:00Z', undefined],
    ['2026-13-40 12:00:00', undefined],
    ['yesterday', undefined],
    ['1795392000', undefined],
  ])('was written at %s', (comment_date_gmt, moment) => {
    expect(read({ comment_date_gmt }).writtenAt?.toISOString()).toBe(moment);
  });

  it.each([
    ['en', 'en'],
    ['pt_BR', 'pt-BR'],
    ['EN-us', 'en-US'],
    ['en, fr_ca', undefined],
    ['english please', undefined],
    ['_', undefined],
  ])('is in %s', (blog_lang, language) => {
    expect(read({ blog_lang }).language).toBe(language);
  });
});
