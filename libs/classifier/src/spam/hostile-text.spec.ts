import { describe, expect, it } from 'vitest';
import { readSpam } from './spam-reading.js';

const PIECES = [
  'a',
  '1',
  '.',
  'a.',
  '@',
  '<a ',
  '&#',
  '1 ',
  '://',
  '/watch?',
  '$1 ',
  'a@b.',
  '111 ',
];
const SIGNS = ['+1 (', '#a_', '!?', '💰', '\ud800', '\u0301', 'ᴀ', '的', "a'", '-1', 'x.com'];

describe('hostile texts', () => {
  it.each([...PIECES, ...SIGNS])('reads 20,000 units of %j in linear time', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
    readSpam(text);
    const from = process.cpuUsage();
    readSpam(text);
    // Microseconds of the processor, and generous; quadratic time would take seconds.
    expect(process.cpuUsage(from).user).toBeLessThan(250_000);
  });

  it('reads a long text without end of a word', () => {
    const { tokens, grams } = readSpam('x'.repeat(20_000));
    expect(tokens.count).toBe(1);
    expect(grams.charCount).toBeLessThan(200);
  });

  it.each(['', ' ', '\n', '\u200b', '!', '@', '$', '+', '&', '<'])('reads %j', (text) => {
    const { features } = readSpam(text);
    expect(features.values.every(Number.isFinite)).toBe(true);
  });
});
