import { describe, expect, it } from 'vitest';
import { AKISMET } from './akismet/akismet.dialect.js';
import { CORAL_PHASE } from './coral/coral-phase.dialect.js';
import { COUNT_LISTS } from './counts/count-lists.dialect.js';
import type { Dialect } from './dialect.js';
import { dialectAt } from './dialects.js';
import { OPENAI } from './openai/openai.dialect.js';
import { PERSPECTIVE } from './perspective/perspective.dialect.js';

describe('the dialect of an address', () => {
  it.each<[address: string, dialect: Dialect]>([
    ['/1.1/comment-check', AKISMET],
    ['/1.2/usage-limit?key=a', AKISMET],
    ['/compat/:key/coral/phase', CORAL_PHASE],
    ['/compat/pk-1/coral/phase', CORAL_PHASE],
    ['/compat/isso/count', COUNT_LISTS],
    ['/compat/:key/remark42/api/v1/counts', COUNT_LISTS],
    ['/v1/moderations', OPENAI],
    ['/v1/moderations?a', OPENAI],
    ['/v1/moderations/nothing', OPENAI],
    ['/v1alpha1/comments::analyze', PERSPECTIVE],
    ['/v1alpha1/comments:analyze?key=a', PERSPECTIVE],
    ['/$discovery/rest', PERSPECTIVE],
  ])('%s is that of its clients', (address, dialect) => {
    expect(dialectAt(address)).toBe(dialect);
  });

  it.each([
    '/',
    '/1.3/comment-check',
    '/v1/comments',
    '/v1/moderators',
    '/v1/policy?a=/1.1/',
    '/compat/:key/coral/api/story/count',
    '/compat/disqus/count-data.js',
  ])('%s is ours', (address) => {
    expect(dialectAt(address)).toBeUndefined();
  });
});
