import type { TextSpan } from '#contract';
import { useText } from '../messages/use-text.js';
import styles from './comment-text.module.css';
import { nameHidden, splitText, type TextPiece } from './split-text.js';

/** The text in hand, of which there is one: what has the focus is described by it. */
export const READING_ID = 'comment-in-hand';

const NO_SPANS: readonly TextSpan[] = [];

/** A comment's text as it was written, in its own direction, with the words marked that a check pointed at. */
export function CommentText({
  body,
  spans = NO_SPANS,
  clamped = false,
  reading = false,
}: {
  body: string;
  spans?: readonly TextSpan[];
  clamped?: boolean;
  /** Whether it is the comment in hand, which the page is about. */
  reading?: boolean;
}) {
  const text = useText();
  if (body === '') return <p className={styles['text']}>{text('comment.deleted-text')}</p>;
  return (
    <p
      dir="auto"
      className={`${styles['text']} ${clamped ? styles['clamped'] : ''}`}
      {...(reading ? { id: READING_ID, 'data-comment-text': '' } : {})}
    >
      {splitText(body, spans).map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </p>
  );
}

function Piece({ piece }: { piece: TextPiece }) {
  const name = nameHidden(piece.text);
  const content = piece.hidden ? (
    <span className={styles['hidden']} title={name} dir="ltr">
      {name}
    </span>
  ) : (
    piece.text
  );
  return piece.marked ? <mark className={styles['mark']}>{content}</mark> : content;
}
