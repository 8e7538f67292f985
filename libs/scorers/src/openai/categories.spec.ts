import { describe, expect, it } from 'vitest';
import { toLabels } from './categories.js';

describe('toLabels', () => {
  it('takes the highest of the categories that come near a label', () => {
    expect(toLabels({ hate: 0.2, 'hate/threatening': 0.7, harassment: 0.4 })).toEqual([
      { label: 'toxicity', score: 0.7 },
      { label: 'threat', score: 0.7 },
      { label: 'identity-attack', score: 0.7 },
    ]);
  });

  it('makes no threat of violence, and no offense of what is only sexual', () => {
    expect(toLabels({ violence: 1, 'violence/graphic': 1, sexual: 1, illicit: 1 })).toEqual([]);
  });

  it.each([[null], ['0.5'], [1.5], [-0.1]])('takes %j for no score', (score) => {
    expect(() => toLabels({ hate: score })).toThrow('answers with something other than scores');
  });
});
