import { useIntl } from 'react-intl';
import { languageName } from '../messages/translate-reason.js';
import { useText, type MessageId } from '../messages/use-text.js';
import { useSession } from '../session/use-session.js';
import type { FilterName } from './queue-filters.js';

/** Filters whose values are named in the catalog. */
const NAMED: Partial<Record<FilterName, string>> = { label: 'label', age: 'age', reason: 'why' };

/** A filter in a few words, as in `Section: sport`. */
export function useFilterText(): (name: FilterName, value: string) => string {
  const text = useText();
  const intl = useIntl();
  const { sites } = useSession();
  const valueOf = (name: FilterName, value: string): string => {
    if (name === 'site') return sites.find(({ id }) => id === value)?.name ?? value;
    if (name === 'language') return languageName(intl, value) ?? value;
    if (name === 'campaign' || name === 'author') return text('filter.this-one');
    const id = `${NAMED[name] ?? ''}.${value}`;
    return Object.hasOwn(intl.messages, id) ? text(id as MessageId) : value;
  };
  return (name, value) => `${text(`filter.${name}`)}: ${valueOf(name, value)}`;
}
