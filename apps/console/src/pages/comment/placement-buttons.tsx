import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pin, PinOff, Star, StarOff } from 'lucide-react';
import type { CommentHistory, Placement } from '#contract';
import { placeComment } from '../../api/comments.js';
import { Badge } from '../../design/badge.js';
import { Button } from '../../design/button.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';

/** Sets a published comment off for readers; a reply can be featured, and not pinned. */
export function PlacementButtons({ history: { comment, placement } }: { history: CommentHistory }) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const place = useMutation({
    mutationFn: (change: Partial<Placement>) => placeComment(comment.id, change),
    onSuccess: () => show({ text: text('toast.placed') }),
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['comment', comment.id] }),
  });
  if (comment.status !== 'published') return null;
  const { pinned, featured } = placement;
  return (
    <>
      {(comment.parent === null || pinned) && (
        <Button
          look="ghost"
          icon={pinned ? <PinOff size={16} /> : <Pin size={16} />}
          disabled={place.isPending}
          onClick={() => place.mutate({ pinned: !pinned })}
        >
          {text(pinned ? 'comment.unpin' : 'comment.pin')}
        </Button>
      )}
      <Button
        look="ghost"
        icon={featured ? <StarOff size={16} /> : <Star size={16} />}
        disabled={place.isPending}
        onClick={() => place.mutate({ featured: !featured })}
      >
        {text(featured ? 'comment.unfeature' : 'comment.feature')}
      </Button>
    </>
  );
}

/** Says that a comment is set off. */
export function PlacementBadges({ placement: { pinned, featured } }: { placement: Placement }) {
  const text = useText();
  return (
    <>
      {pinned && <Badge tone="accent">{text('comment.pinned')}</Badge>}
      {featured && <Badge tone="accent">{text('comment.featured')}</Badge>}
    </>
  );
}
