import { describe, expect, it } from 'vitest';
import { dialectAddress } from './dialect-address.js';

describe('the address that a client means', () => {
  it.each([
    ['/v1alpha1/comments%3Aanalyze?key=a%3Ab', '/v1alpha1/comments:analyze?key=a%3Ab'],
    ['/v1alpha1/comments%3asuggestscore', '/v1alpha1/comments:suggestscore'],
    ['/v1alpha1//comments:analyze/?key=x', '/v1alpha1/comments:analyze?key=x'],
    ['//1.1/comment-check', '/1.1/comment-check'],
    ['/1.2/usage-limit/?api_key=x', '/1.2/usage-limit?api_key=x'],
    ['/v1//moderations/', '/v1/moderations'],
    ['/compat/pk_1//isso//count', '/compat/pk_1/isso/count'],
    ['/compat/pk_1/disqus/count-data.js?2=https://a//b/', null],
    ['/v1alpha1/comments:analyze?a=1?b=2', null],
    ['/v1alpha1', null],
    // Ids of articles may have slashes, and what is not another system's is not ours to mend.
    ['/v1/articles/a//b/', null],
    ['/v1/comments%3Aanalyze', null],
    ['/v1alpha10//x', null],
    ['//evil.example/1.1/', null],
    ['*', null],
    ['', null],
  ])('%s', (url, meant) => {
    expect(dialectAddress(url)).toBe(meant ?? url);
  });

  it('is found at once, however many slashes there are', () => {
    const slashes = '/'.repeat(60_000);
    const began = performance.now();
    expect(dialectAddress(`/compat${slashes}x${slashes}`)).toBe('/compat/x');
    expect(dialectAddress(`${slashes}x`)).toBe(`${slashes}x`);
    expect(performance.now() - began).toBeLessThan(100);
  });
});
