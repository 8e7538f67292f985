import { useBlocker } from '@tanstack/react-router';
import { Button } from '../design/button.js';
import { Dialog, DialogActions } from '../design/dialog.js';
import { useText } from '../messages/use-text.js';

/** Asks before changes are lost that are not in force: on the way to another page, and when the window closes. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const text = useText();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={text('policy.leave-title')} onClose={reset}>
      <p>{text('policy.leave-sure')}</p>
      <DialogActions>
        <Button onClick={reset}>{text('policy.stay')}</Button>
        <Button look="bad" onClick={proceed}>
          {text('policy.leave')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
