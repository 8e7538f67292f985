import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import { CoralPanel } from './coral-panel.js';
import type { IntegrationPlace } from './integration-place.js';
import type { System } from './integration-search.js';
import styles from './integrations.module.css';
import { KeyIsMissing, NoPublicKey } from './missing-key.js';
import { SnippetTabs } from './snippet-tabs.js';
import { SNIPPETS } from './snippets.js';
import { TryIt } from './try-it.js';

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
