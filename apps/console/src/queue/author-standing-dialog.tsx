import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { AuthorCard, SetStanding } from '#contract';
import { fetchAuthor } from '../api/comments.js';
import { useProblemText } from '../messages/use-problem-text.js';
import { useToast } from '../shell/toast.js';
import { StandingDialog } from '../standing/standing-dialog.js';

interface AuthorStandingDialogProps {
  /** The author's id. */
  author: string;
  standing: SetStanding | 'none';
  onSaved: (author: AuthorCard) => void;
  onClose: () => void;
}

/** Changes the standing of an author from a card, which does not know how much of theirs waits. */
export function AuthorStandingDialog({
  author,
  standing,
  onSaved,
  onClose,
}: AuthorStandingDialogProps) {
  const show = useToast();
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['author', author],
    queryFn: () => fetchAuthor(author),
  });
  const giveUp = useEffectEvent((problem: Error) => {
    show({ tone: 'bad', text: problemText(problem) });
    onClose();
  });
  useEffect(() => {
    if (error !== null) giveUp(error);
  }, [error]);
  if (data === undefined) return null;
  return <StandingDialog author={data} standing={standing} onSaved={onSaved} onClose={onClose} />;
}
