import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewNote } from '#contract';
import { addNote } from '../api/comments.js';
import { Button } from '../design/button.js';
import { Dialog, DialogActions } from '../design/dialog.js';
import { TextArea } from '../design/field.js';
import { Line } from '../design/notice.js';
import { useProblemText } from '../messages/use-problem-text.js';
import { useText } from '../messages/use-text.js';
import { useToast } from '../shell/toast.js';

/** Writes a remark about a comment, for other moderators. */
export function NoteDialog({
  comment,
  onSaved,
  onClose,
}: {
  comment: string;
  onSaved?: (note: ReviewNote) => void;
  onClose: () => void;
}) {
  const text = useText();
  const problemText = useProblemText();
  const show = useToast();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () => addNote(comment, note.trim()),
    onSuccess: (saved) => {
      onSaved?.(saved);
      void queries.invalidateQueries({ queryKey: ['comment', comment] });
      show({ text: text('toast.noted') });
      onClose();
    },
  });
  return (
    <Dialog title={text('note.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() !== '') save.mutate();
        }}
      >
        <TextArea
          label={text('note.label')}
          hint={text('note.hint')}
          value={note}
          maxLength={2000}
          required
          dir="auto"
          onChange={({ target }) => setNote(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
        {save.isError && <Line tone="bad">{problemText(save.error)}</Line>}
        <DialogActions>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button look="primary" type="submit" disabled={save.isPending}>
            {text('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
