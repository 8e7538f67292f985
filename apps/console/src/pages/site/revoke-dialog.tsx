import { useState } from 'react';
import type { SiteKey } from '#contract';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Line } from '../../design/notice.js';
import { useText } from '../../messages/use-text.js';
import { keyName } from './key-name.js';

/** A use is written once a minute at most; after so long without one, nothing seems to send the key any more. */
const RECENT_MS = 10 * 60_000;

interface RevokeDialogProps {
  siteKey: SiteKey;
  onYes: () => void;
  onClose: () => void;
}

/** Asks before a key ends, and warns where it is used still. */
export function RevokeDialog({ siteKey, onYes, onClose }: RevokeDialogProps) {
  const text = useText();
  const [openedAt] = useState(() => Date.now());
  const { kind, lastUsedAt } = siteKey;
  const isUsed = lastUsedAt !== null && openedAt - Date.parse(lastUsedAt) < RECENT_MS;
  return (
    <Dialog title={text(`site.revoke-title.${kind}`)} onClose={onClose}>
      <p>{text('site.revoke-sure', { name: keyName(siteKey) })}</p>
      {isUsed && <Line>{text(`site.revoke-used.${kind}`)}</Line>}
      <DialogActions>
        <Button onClick={onClose}>{text('cancel')}</Button>
        <Button
          look="bad"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {text('integrations.revoke')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
