import { beforeEach, describe, expect, it } from 'vitest';
import { Authorships } from './authorships.js';
import { Drafts } from './drafts.js';
import type { Keep } from './keep.js';

function memory(): Keep {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, value) => {
      if (value === null) texts.delete(key);
      else texts.set(key, value);
    },
  };
}

const place = { siteKey: 'pk', article: 'a', parentId: null };
const elsewhere = { ...place, parentId: 'p' };
let keep: Keep;
let drafts: Drafts;
let keys: number;

beforeEach(() => {
  keep = memory();
  keys = 0;
  drafts = new Drafts(keep, () => `key-${(keys += 1)}`);
});

describe('Drafts', () => {
  it('keeps a text for each article and parent', () => {
    drafts.write(place, 'one');
    drafts.write(elsewhere, 'two');
    expect(drafts.text(place)).toBe('one');
    expect(drafts.text(elsewhere)).toBe('two');
    expect(drafts.text({ ...place, article: 'b' })).toBe('');
  });

  it('gives the same key for the same comment, also after a reload', () => {
    drafts.write(place, 'one');
    expect(drafts.keyFor(place, { body: 'one' })).toBe('key-1');
    expect(drafts.keyFor(place, { body: 'one' })).toBe('key-1');
    const reloaded = new Drafts(keep, () => 'another');
    expect(reloaded.text(place)).toBe('one');
    expect(reloaded.keyFor(place, { body: 'one' })).toBe('key-1');
  });

  it('gives a new key for another text, and for the same text in another place', () => {
    expect(drafts.keyFor(place, { body: 'one' })).toBe('key-1');
    expect(drafts.keyFor(place, { body: 'one!' })).toBe('key-2');
    expect(drafts.keyFor(elsewhere, { body: 'one!' })).toBe('key-3');
  });

  it('gives a new key for the same text once the first was posted', () => {
    drafts.keyFor(place, { body: 'Thanks!' });
    drafts.forget(place);
    expect(drafts.keyFor(place, { body: 'Thanks!' })).toBe('key-2');
  });

  it('keeps the key while the reader types and comes back to what was sent', () => {
    drafts.write(place, 'one');
    drafts.keyFor(place, { body: 'one' });
    drafts.write(place, 'one more');
    drafts.write(place, 'one');
    expect(drafts.keyFor(place, { body: 'one' })).toBe('key-1');
  });

  it('takes what was damaged for nothing', () => {
    keep.set('moderato:draft:pk:a:', '{"text"');
    expect(drafts.text(place)).toBe('');
  });
});

describe('Authorships', () => {
  it('remembers the latest fifty comments, each once', () => {
    const own = new Authorships(keep, 'pk');
    for (let n = 0; n < 60; n += 1) own.add({ id: String(n), article: 'a', token: `t${n}` });
    own.add({ id: '59', article: 'a', token: 'new' });
    expect(own.of('a', 100)).toHaveLength(50);
    expect(own.token('59')).toBe('new');
    expect(own.token('9')).toBeUndefined();
    expect(own.of('b', 100)).toEqual([]);
  });

  it('forgets one that was deleted, and knows nothing of another site', () => {
    const own = new Authorships(keep, 'pk');
    own.add({ id: '1', article: 'a', token: 't' });
    expect(new Authorships(keep, 'pk2').token('1')).toBeUndefined();
    own.remove('1');
    expect(own.token('1')).toBeUndefined();
  });
});
