import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuthorCard, SetStanding } from '#contract';
import { setStanding } from '../api/comments.js';
import { Button } from '../design/button.js';
import { Dialog, DialogActions } from '../design/dialog.js';
import { CheckField, SelectField, TextArea } from '../design/field.js';
import { Line } from '../design/notice.js';
import { useProblemText } from '../messages/use-problem-text.js';
import { useText } from '../messages/use-text.js';
import { useIsLeadOf } from '../session/use-session.js';
import { useToast } from '../shell/toast.js';

/** Longer suspensions are for leads. */
const DAYS = [1, 3, 7, 30] as const;
const LEAD_DAYS = [...DAYS, 90, 365] as const;
const DAY_MS = 86_400_000;

interface StandingDialogProps {
  author: AuthorCard;
  standing: SetStanding | 'none';
  onSaved?: (author: AuthorCard) => void;
  onClose: () => void;
}

/** Asks for what a change of standing needs: how long, why, and what becomes of what waits. */
export function StandingDialog({ author, standing, onSaved, onClose }: StandingDialogProps) {
  const text = useText();
  const problemText = useProblemText();
  const show = useToast();
  const queries = useQueryClient();
  const choices = useIsLeadOf(author.site.id) ? LEAD_DAYS : DAYS;
  const [days, setDays] = useState(7);
  const [note, setNote] = useState('');
  const [rejectOpen, setRejectOpen] = useState(false);
  const locks = standing === 'suspended' || standing === 'banned';
  const save = useMutation({
    mutationFn: () =>
      setStanding(author.id, {
        standing: standing === 'none' ? null : standing,
        ...(standing === 'suspended' && {
          until: new Date(Date.now() + days * DAY_MS).toISOString(),
        }),
        ...(locks && author.totals.held > 0 && { rejectOpen }),
        ...(note.trim() !== '' && { note: note.trim() }),
      }),
    onSuccess: (changed) => {
      onSaved?.(changed);
      void queries.invalidateQueries({ queryKey: ['author', author.id] });
      void queries.invalidateQueries({ queryKey: ['queues'] });
      show({ text: text('standing.changed') });
      onClose();
    },
  });
  return (
    <Dialog title={text(`standing.do.${standing}`)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p>{text(`standing.means.${standing}`)}</p>
        {standing === 'suspended' && (
          <SelectField
            label={text('standing.for')}
            value={days}
            onChange={({ target }) => setDays(Number(target.value))}
          >
            {choices.map((count) => (
              <option key={count} value={count}>
                {text('days', { count })}
              </option>
            ))}
          </SelectField>
        )}
        {locks && author.totals.held > 0 && (
          <CheckField
            label={text('standing.reject-open', { count: author.totals.held })}
            checked={rejectOpen}
            onChange={({ target }) => setRejectOpen(target.checked)}
          />
        )}
        <TextArea
          label={text('standing.note')}
          value={note}
          maxLength={1000}
          dir="auto"
          onChange={({ target }) => setNote(target.value)}
        />
        {save.isError && <Line tone="bad">{problemText(save.error)}</Line>}
        <DialogActions>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button look={locks ? 'bad' : 'primary'} type="submit" disabled={save.isPending}>
            {text(`standing.do.${standing}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
