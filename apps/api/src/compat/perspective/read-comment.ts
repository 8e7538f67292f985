import type { CommentText } from './comment-text.js';
import { readHtml } from './html-text.js';
import { refused } from './perspective-error.js';
import type { TextEntry } from './requests.js';

/** As the original has it: 20 KB in UTF-8, markup included. */
const LONGEST_BYTES = 20_480;

/** @throws PerspectiveError COMMENT_EMPTY, COMMENT_TOO_LONG */
export function readComment({ text = '', type }: TextEntry = {}): CommentText {
  if (Buffer.byteLength(text) > LONGEST_BYTES) {
    throw refused('COMMENT_TOO_LONG', 'Comment text too long.');
  }
  const read = type === 'HTML' ? readHtml(text) : readPlain(text);
  if (read.body.trim() === '') throw refused('COMMENT_EMPTY', 'Comment must be non-empty.');
  return read;
}

const readPlain = (body: string): CommentText => ({
  body,
  sentLength: body.length,
  toSent: (span) => span,
});
