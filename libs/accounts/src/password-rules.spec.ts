import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules.js';

const EMAIL = 'Ada.Lovelace@news.example';

describe('passwordProblem', () => {
  it.each([
    ['correct horse battery staple', null],
    ['            x', null],
    ['密碼是十二個以上的中文字喔', null],
    ['abcdefghijkl', null],
    ['abcdefghijk', 'minLength'],
    ['', 'minLength'],
    // Twelve code points, though 24 UTF-16 units.
    ['🙂🙃😀😁😂🤣😃😄😅😆😉😊', null],
    ['🙂🙃😀😁😂🤣😃😄😅😆😉', 'minLength'],
    ['é'.normalize('NFD').repeat(11), 'minLength'],
    [`${'x'.repeat(255)}y`, null],
    [`${'x'.repeat(256)}y`, 'maxLength'],
    ['ada.lovelace@NEWS.example', 'isNotEmail'],
    [' Ada.Lovelace@news.example ', 'isNotEmail'],
    ['aaaaaaaaaaaa', 'isNotRepeated'],
    ['1234123412341234', 'isNotRepeated'],
    ['12341234123412345', null],
  ])('judges %j: %s', (password, rule) => {
    expect(passwordProblem(password, EMAIL)?.rule ?? null).toBe(rule);
  });
});
