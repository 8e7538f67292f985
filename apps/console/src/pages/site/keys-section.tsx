import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { IssuedSiteKey, SiteKey, SiteKeyKind } from '#contract';
import { issueSiteKey } from '../../api/site.js';
import { Button } from '../../design/button.js';
import { CopyField } from '../../design/copy-field.js';
import { Line } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Section } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { KeyRow } from './key-row.js';
import styles from './site.module.css';

interface KeysSectionProps {
  site: string;
  kind: SiteKeyKind;
  /** Those of the kind that are in force. */
  keys: readonly SiteKey[];
}

/** The keys of one kind: making, seeing a secret one once, and revoking them. */
export function KeysSection({ site, kind, keys }: KeysSectionProps) {
  const text = useText();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [issued, setIssued] = useState<IssuedSiteKey | null>(null);
  const issue = useMutation({
    mutationFn: () => issueSiteKey({ site, kind }),
    onSuccess: (key) => {
      setIssued(key);
      void queries.invalidateQueries({ queryKey: ['site-keys', site] });
      if (kind === 'public')
        void queries.invalidateQueries({ queryKey: ['integration-addresses', site] });
    },
  });
  return (
    <Section title={text(`site.keys.${kind}`)} note={text(`site.keys-note.${kind}`)}>
      {issued !== null && <Issued issued={issued} />}
      <ul className={list.list}>
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            siteKey={key}
            site={site}
            isOnly={keys.length === 1}
            onRevoked={() => setIssued((now) => (now?.id === key.id ? null : now))}
          />
        ))}
      </ul>
      {issue.isError && <Line tone="bad">{problemText(issue.error)}</Line>}
      <div>
        <Button icon={<Plus size={14} />} disabled={issue.isPending} onClick={() => issue.mutate()}>
          {text(`site.key-make.${kind}`)}
        </Button>
      </div>
    </Section>
  );
}

function Issued({ issued: { kind, key } }: { issued: IssuedSiteKey }) {
  const text = useText();
  return (
    <div className={styles['issued']}>
      <Line tone="good">{text(`site.key-issued.${kind}`)}</Line>
      {kind === 'secret' && <CopyField label={text('site.new-key')} value={key} />}
    </div>
  );
}
