import { useNavigate } from '@tanstack/react-router';
import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import type { ClaimableQueue } from '../api/reviews.js';
import { Button } from '../design/button.js';
import { Popover } from '../design/popover.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useText } from '../messages/use-text.js';
import { FilterForm } from './filter-form.js';
import styles from './filter-bar.module.css';
import { FILTER_NAMES, type QueueFilters, siteOf } from './queue-filters.js';
import { SiteSwitch } from './site-switch.js';
import { useFilterText } from './use-filter-text.js';

/** The filters in use, each to be taken away, and the form with all of them. */
export function FilterBar({ queue, filters }: { queue: ClaimableQueue; filters: QueueFilters }) {
  const text = useText();
  const filterText = useFilterText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  useShortcuts({ filter: () => setOpen(true) });
  const use = (search: QueueFilters): void => {
    setOpen(false);
    void navigate({ to: '/queue/$queue', params: { queue }, search });
  };
  // The site has its own switch.
  const names = FILTER_NAMES.filter((name) => name !== 'site' && filters[name] !== undefined);
  return (
    <div className={styles['bar']}>
      <SiteSwitch queue={queue} filters={filters} />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={text('filter')}
        trigger={
          <Button look="ghost" icon={<ListFilter size={16} />} shortcut="f">
            {text('filter')}
          </Button>
        }
      >
        <FilterForm filters={filters} onUse={use} onClear={() => use(siteOf(filters))} />
      </Popover>
      {names.length > 0 && (
        <div className={styles['chips']}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              className={styles['chip']}
              aria-label={text('filter.remove', { filter: filterText(name, filters[name] ?? '') })}
              onClick={() => use({ ...filters, [name]: undefined })}
            >
              <span>{filterText(name, filters[name] ?? '')}</span>
              <X size={12} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
