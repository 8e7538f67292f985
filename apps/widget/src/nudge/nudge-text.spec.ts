import { describe, expect, it } from 'vitest';
import type { CommentPreview, Label } from '#contract';
import { type Catalog, ENGLISH } from '../strings/english.js';
import { Phrases } from '../strings/phrases.js';
import { SIMPLIFIED_CHINESE } from '../strings/simplified-chinese.js';
import { TRADITIONAL_CHINESE } from '../strings/traditional-chinese.js';
import { nudgeText } from './nudge-text.js';

const preview = (
  about: Label | null,
  status: CommentPreview['status'] = 'held',
): CommentPreview => ({
  status,
  about,
  hint: 'The service’s own sentence.',
  spans: [],
});

describe.each<[locale: string, catalog: Catalog]>([
  ['zh-Hant', TRADITIONAL_CHINESE],
  ['zh-Hans', SIMPLIFIED_CHINESE],
])('the hint in %s', (locale, catalog) => {
  const phrases = new Phrases(locale, catalog);

  it.each<[Label | null, keyof Catalog | null]>([
    ['threat', 'aboutTone'],
    ['spam', 'aboutSpam'],
    ['link-count', 'aboutLinks'],
    ['repeat-by-author', 'aboutRepeat'],
    ['capitals', 'aboutShape'],
    [null, null],
  ])('says what is about %s in the reader’s own language', (about, key) => {
    const text = nudgeText(phrases, preview(about));
    expect(text).toBe(
      key === null ? catalog.nudgeHeld : `${catalog.nudgeHeld} ${String(catalog[key])}`,
    );
    expect(text).not.toMatch(/[a-z]/i);
  });

  it('says that it may not be published', () => {
    expect(nudgeText(phrases, preview(null, 'rejected'))).toBe(catalog.nudgeRejected);
  });
});

it('is the service’s own sentence in English, and ours where it has none', () => {
  const english = new Phrases('en-GB', ENGLISH);
  expect(nudgeText(english, preview('spam'))).toBe('The service’s own sentence.');
  const silent = { ...preview('spam'), hint: null };
  expect(nudgeText(english, silent)).toBe(`${ENGLISH.nudgeHeld} ${ENGLISH.aboutSpam}`);
});
