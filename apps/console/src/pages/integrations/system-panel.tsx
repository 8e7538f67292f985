import { Line } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import { CoralPanel } from './coral-panel.js';
import type { System } from './integration-search.js';
import styles from './integrations.module.css';
import { SnippetTabs } from './snippet-tabs.js';
import { SNIPPETS } from './snippets.js';
import { TryIt } from './try-it.js';

/** What the snippets and forms of a site are filled in with. */
export interface IntegrationPlace {
  site: string;
  isAdmin: boolean;
  /** Whether `key` is one, and not what stands for one. */
  hasKey: boolean;
  url: string;
  key: string;
  publicKey: string | null;
}

/** One system that this service can stand in for: what it is, how to point clients here, and a try. */
export function SystemPanel({ system, place }: { system: System; place: IntegrationPlace }) {
  const text = useText();
  return (
    <div className={styles['panel']}>
      <p>
        {text(`integrations.about.${system}`)}{' '}
        <span className={list.faint}>
          {text('integrations.more')}{' '}
          <code className={styles['path']}>{`docs/compat/${system}.md`}</code>
        </span>
      </p>
      <Ways system={system} place={place} />
    </div>
  );
}

function Ways({ system, place }: { system: System; place: IntegrationPlace }) {
  if (system === 'coral') return <CoralPanel place={place} />;
  if (system === 'counts') return <Counts place={place} />;
  return (
    <>
      <SnippetTabs snippets={SNIPPETS[system]({ ...place, publicKey: '' })} />
      {!place.hasKey && <KeyIsMissing isAdmin={place.isAdmin} />}
      <TryIt key={system} system={system} site={place.site} url={place.url} />
    </>
  );
}

function Counts({ place: { publicKey, ...place } }: { place: IntegrationPlace }) {
  if (publicKey === null) return <NoPublicKey />;
  return <SnippetTabs snippets={SNIPPETS.counts({ ...place, publicKey })} />;
}

/** Where an address has the site's public key in it and there is none. */
export function NoPublicKey() {
  const text = useText();
  return <Line>{text('integrations.no-public-key')}</Line>;
}

/** Why the snippets say what nobody can use. */
export function KeyIsMissing({ isAdmin }: { isAdmin: boolean }) {
  const text = useText();
  return (
    <p className={list.faint}>
      {text(isAdmin ? 'integrations.make-key-first' : 'integrations.ask-for-key')}
    </p>
  );
}
