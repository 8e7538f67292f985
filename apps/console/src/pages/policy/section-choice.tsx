import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { rowClass } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { usePolicyVersions } from './use-policy-versions.js';

/** Which section the page is about; any may have a policy, and those that ever had one are offered. */
export function SectionChoice({ site, section }: { site: string; section: string }) {
  const text = useText();
  const navigate = useNavigate();
  const [name, setName] = useState(section);
  const { versions } = usePolicyVersions(site);
  const known = [...new Set(versions.flatMap((version) => version.section ?? []))].sort();
  return (
    <form
      className={rowClass}
      onSubmit={(event) => {
        event.preventDefault();
        const next = name.trim();
        void navigate({ to: '/policy', search: next === '' ? { site } : { site, section: next } });
      }}
    >
      <TextField
        label={text('policy.section')}
        placeholder={text('policy.whole-site')}
        list="policy-sections"
        maxLength={100}
        autoComplete="off"
        dir="auto"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <datalist id="policy-sections">
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit">{text('policy.section-show')}</Button>
    </form>
  );
}
