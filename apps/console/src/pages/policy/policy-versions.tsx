import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { History, RotateCcw } from 'lucide-react';
import type { PolicyInForce, PolicyVersion } from '#contract';
import { fetchPolicy, fetchPolicyVersion, type PolicyPlace } from '../../api/policy.js';
import { Badge } from '../../design/badge.js';
import { Button } from '../../design/button.js';
import { Line, Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { LoadMore } from '../../layout/load-more.js';
import { Section } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import { TimeAt } from '../../text/time-ago.js';
import type { Proposal } from './use-policy-draft.js';
import { usePolicyVersions } from './use-policy-versions.js';

interface PolicyVersionsProps {
  place: PolicyPlace;
  inForce: PolicyInForce;
  /** For those who may write. */
  onPropose?: (proposal: Proposal) => void;
}

/** Who has written what versions, over all sections; those of this one can be brought back. */
export function PolicyVersions({ place, inForce, onPropose }: PolicyVersionsProps) {
  const text = useText();
  const problemText = useProblemText();
  const { query, versions } = usePolicyVersions(place.site);
  const restore = useMutation({
    mutationFn: (version: number) => fetchPolicyVersion(place.site, version),
    onSuccess: ({ policy }) => onPropose?.({ kind: 'write', document: policy }),
  });
  return (
    <Section title={text('policy.versions')} note={text('policy.versions-note')}>
      {query.isPending && <Skeleton lines={3} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && versions.length === 0 && (
        <p className={list.faint}>{text('policy.no-versions')}</p>
      )}
      {versions.length > 0 && (
        <ul className={list.list}>
          {versions.map((version) => (
            <VersionLine
              key={version.version}
              version={version}
              site={place.site}
              isHere={(version.section ?? '') === place.section}
              isInForce={version.version === inForce.version}
              {...(onPropose && { onRestore: () => restore.mutate(version.version) })}
            />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
      {restore.isError && <Line tone="bad">{problemText(restore.error)}</Line>}
      {onPropose && <Withdraw place={place} inForce={inForce} onPropose={onPropose} />}
    </Section>
  );
}

interface VersionLineProps {
  version: PolicyVersion;
  site: string;
  isHere: boolean;
  isInForce: boolean;
  onRestore?: () => void;
}

function VersionLine({ version: one, site, isHere, isInForce, onRestore }: VersionLineProps) {
  const text = useText();
  const { version, section, by, at, withdrawn } = one;
  return (
    <li>
      <div className={list.line}>
        <span className={list.strong}>{text('policy.version', { version })}</span>
        {isInForce && <Badge tone="good">{text('policy.in-force-badge')}</Badge>}
        {withdrawn && <Badge>{text('policy.withdrawn')}</Badge>}
        {!isHere && (
          <Link
            to="/policy"
            search={section === null ? { site } : { site, section }}
            className={list.more}
          >
            <bdi>{section ?? text('policy.whole-site')}</bdi>
          </Link>
        )}
        <span className={list.soft}>
          <bdi>{by?.name ?? text('policy.by-key')}</bdi>
        </span>
        <span className={`${list.end ?? ''} ${list.faint ?? ''}`}>
          {at !== null && <TimeAt at={at} />}
          {isHere && !isInForce && !withdrawn && onRestore && (
            <Button
              icon={<RotateCcw size={14} />}
              aria-label={text('policy.restore-version', { version })}
              onClick={onRestore}
            >
              {text('policy.restore')}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}

/** The way back to what holds without a policy of one's own. */
function Withdraw({ place, inForce, onPropose }: Required<PolicyVersionsProps>) {
  const text = useText();
  const problemText = useProblemText();
  const isSection = place.section !== '';
  const propose = useMutation({
    mutationFn: async () =>
      isSection
        ? (await fetchPolicy({ ...place, section: '' })).policy
        : (await fetchPolicyVersion(place.site, 0)).policy,
    onSuccess: (document) => onPropose({ kind: 'withdraw', document }),
  });
  if (inForce.inherited || inForce.version === 0) return null;
  return (
    <div>
      <Button
        icon={<History size={14} />}
        disabled={propose.isPending}
        onClick={() => propose.mutate()}
      >
        {text(isSection ? 'policy.back-to-site' : 'policy.back-to-shipped')}
      </Button>
      {propose.isError && <Line tone="bad">{problemText(propose.error)}</Line>}
    </div>
  );
}
