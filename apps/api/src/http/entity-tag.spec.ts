import { describe, expect, it } from 'vitest';
import { entityTag, isFresh } from './entity-tag.js';

describe('entity tags', () => {
  const tag = entityTag('{"counts":{}}');

  it('are strong and differ with the body', () => {
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(entityTag('{"counts":{"a":1}}')).not.toBe(tag);
  });

  it.each([
    [tag, true],
    [`W/${tag}`, true],
    [`"other", ${tag}`, true],
    ['*', true],
    ['"other"', false],
    ['', false],
    [undefined, false],
  ])('%s is fresh: %s', (header, fresh) => {
    expect(isFresh(header, tag)).toBe(fresh);
  });
});
