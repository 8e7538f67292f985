import type { CommentHistory, TextSpan } from '#contract';

/** The words of the present text that a check pointed at: those of the open item, else of what asked for something. */
export function spansOf({ comment, item, revisions }: CommentHistory): TextSpan[] {
  if (item?.comment.revision === comment.revision && item.spans.length > 0) return item.spans;
  const latest = revisions.find(({ revision }) => revision === comment.revision);
  return (latest?.findings ?? [])
    .filter(({ outcome }) => outcome !== 'none')
    .flatMap(({ spans }) => spans);
}
