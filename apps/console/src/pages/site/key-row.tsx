import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SiteKey } from '#contract';
import { revokeSiteKey } from '../../api/site.js';
import { Button } from '../../design/button.js';
import { CopyButton } from '../../design/copy-button.js';
import { list } from '../../layout/list.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';
import { TimeAgo } from '../../text/time-ago.js';
import { keyName } from './key-name.js';
import { RevokeDialog } from './revoke-dialog.js';
import styles from './site.module.css';

interface KeyRowProps {
  siteKey: SiteKey;
  site: string;
  /** Whether it is the only one of its kind in force, which cannot be revoked. */
  isOnly: boolean;
  onRevoked: () => void;
}

/** A key that is in force. */
export function KeyRow({ siteKey, site, isOnly, onRevoked }: KeyRowProps) {
  const text = useText();
  const revoke = useRevoke(siteKey, site, onRevoked);
  const shown = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState(false);
  const { publicKey } = siteKey;
  const name = keyName(siteKey);
  return (
    <li>
      <div className={list.line}>
        <code ref={shown} className={styles['key']} dir="ltr">
          {name}
        </code>
        <span className={list.end}>
          {publicKey !== null && <CopyButton value={publicKey} about={name} shown={shown} />}
          {isOnly ? (
            <span className={list.faint}>{text('site.only-key')}</span>
          ) : (
            <Button look="ghost" disabled={revoke.isPending} onClick={() => setAsking(true)}>
              {text('integrations.revoke')}
              <span className="visually-hidden">{name}</span>
            </Button>
          )}
        </span>
      </div>
      <KeyTimes siteKey={siteKey} />
      {asking && (
        <RevokeDialog
          siteKey={siteKey}
          onYes={() => revoke.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function useRevoke({ id, kind }: SiteKey, site: string, onRevoked: () => void) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => revokeSiteKey(id),
    onSuccess: () => {
      onRevoked();
      show({ text: text('integrations.revoked') });
      if (kind === 'public')
        void queries.invalidateQueries({ queryKey: ['integration-addresses', site] });
    },
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['site-keys', site] }),
  });
}

/** Who made it and when, and whether it is used still; of what was revoked, by whom. */
export function KeyTimes({
  siteKey: { createdAt, createdBy, lastUsedAt, revokedAt, revokedBy },
}: {
  siteKey: SiteKey;
}) {
  const text = useText();
  return (
    <p className={`${list.faint ?? ''} ${styles['times'] ?? ''}`}>
      <span>
        {createdBy === null
          ? `${text('site.key-made')} `
          : `${text('integrations.made-by', { name: createdBy })} · `}
        <TimeAgo at={createdAt} />
      </span>
      {lastUsedAt === null ? (
        <span>{text('site.key-unused')}</span>
      ) : (
        <span>
          {text('site.key-used')} <TimeAgo at={lastUsedAt} />
        </span>
      )}
      {revokedAt !== null && (
        <span>
          {revokedBy === null
            ? `${text('site.key-revoked')} `
            : `${text('site.key-revoked-by', { name: revokedBy })} · `}
          <TimeAgo at={revokedAt} />
        </span>
      )}
    </p>
  );
}
