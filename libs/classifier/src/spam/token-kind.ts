/** What a token is. */
export const TokenKind = {
  word: 1,
  link: 2,
  email: 3,
  handle: 4,
  hashtag: 5,
  phone: 6,
  money: 7,
  percent: 8,
  number: 9,
  emoji: 10,
  mark: 11,
} as const;
