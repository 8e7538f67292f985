import { Button } from '../design/button.js';
import { Dialog, DialogActions } from '../design/dialog.js';
import { useText } from '../messages/use-text.js';

interface SureDialogProps {
  title: string;
  question: string;
  /** What is done, as the button says it. */
  yes: string;
  onYes: () => void;
  onClose: () => void;
}

/** Asks before something is done that nobody can take back. */
export function SureDialog({ title, question, yes, onYes, onClose }: SureDialogProps) {
  const text = useText();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{question}</p>
      <DialogActions>
        <Button onClick={onClose}>{text('cancel')}</Button>
        <Button
          look="bad"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
