import { useState } from 'react';
import { CopyField } from '../../design/copy-field.js';
import { Tabs } from '../../design/tabs.js';
import { useText } from '../../messages/use-text.js';
import { CoralSecretsSection } from './coral-secrets.js';
import type { IntegrationPlace } from './integration-place.js';
import { KeyIsMissing, NoPublicKey } from './missing-key.js';

const WAYS = ['phase', 'filter'] as const;

/** The two places of Coral's settings that can name this service; its fields are called as Coral calls them. */
export function CoralPanel({ place }: { place: IntegrationPlace }) {
  const text = useText();
  const [way, setWay] = useState<(typeof WAYS)[number]>('phase');
  return (
    <>
      <Tabs
        label={text('coral.ways')}
        value={way}
        tabs={WAYS.map((value) => ({ value, label: text(`coral.${value}`) }))}
        onChange={setWay}
      />
      <p>{text(`coral.${way}-steps`)}</p>
      {way === 'phase' ? <Phase place={place} /> : <Filter place={place} />}
    </>
  );
}

function Filter({ place: { url, key, hasKey, isAdmin } }: { place: IntegrationPlace }) {
  return (
    <>
      <CopyField label="Custom endpoint" value={`${url}/v1alpha1`} />
      <CopyField label="API key" value={key} />
      {!hasKey && <KeyIsMissing isAdmin={isAdmin} />}
    </>
  );
}

function Phase({ place: { url, publicKey, site, isAdmin } }: { place: IntegrationPlace }) {
  if (publicKey === null) return <NoPublicKey />;
  return (
    <>
      <CopyField label="Callback URL" value={`${url}/compat/${publicKey}/coral/phase`} />
      <CoralSecretsSection site={site} isAdmin={isAdmin} />
    </>
  );
}
