import type { TextSpan } from '#contract';

/** A comment as it is scored, with the way back to what the client has sent. */
export interface CommentText {
  /** What a reader sees of it. */
  body: string;
  /** How long it was as it was sent, in UTF-16 units. */
  sentLength: number;
  /** The piece as it was sent that a piece of `body` comes from, in UTF-16 units. */
  toSent(span: TextSpan): TextSpan;
}
