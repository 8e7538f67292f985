import type { Membership } from '#contract';
import { SelectField } from '../design/field.js';
import { useText } from '../messages/use-text.js';

/** Which site a page is about; nothing where there is but one. */
export function SiteChoice({
  sites,
  site,
  onChange,
}: {
  sites: readonly Membership[];
  site: string;
  onChange: (site: string) => void;
}) {
  const text = useText();
  if (sites.length < 2) return null;
  return (
    <SelectField
      label={text('site')}
      value={site}
      onChange={({ target }) => onChange(target.value)}
    >
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
