import { useState, type ChangeEvent } from 'react';
import { Button } from '../design/button.js';
import { SelectField, TextField } from '../design/field.js';
import { useText } from '../messages/use-text.js';
import styles from './filter-bar.module.css';
import {
  AGES,
  FILTER_LABELS,
  FILTER_REASONS,
  readFilters,
  type FilterName,
  type QueueFilters,
} from './queue-filters.js';
import { LanguageOptions } from './language-options.js';

/** All filters at once, except for the site; nothing happens before they are used. */
export function FilterForm({
  filters,
  onUse,
  onClear,
}: {
  filters: QueueFilters;
  onUse: (filters: QueueFilters) => void;
  onClear: () => void;
}) {
  const text = useText();
  const [draft, setDraft] = useState(filters);
  const field = (name: FilterName) => ({
    label: text(`filter.${name}`),
    value: draft[name] ?? '',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setDraft({ ...draft, [name]: target.value }),
  });
  const score = { type: 'number', min: 0, max: 1, step: 0.05, inputMode: 'decimal' } as const;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onUse(readFilters(draft));
      }}
    >
      <TextField {...field('text')} type="search" autoFocus />
      <TextField {...field('section')} />
      <SelectField {...field('label')}>
        <option value="">{text('filter.any')}</option>
        {FILTER_LABELS.map((label) => (
          <option key={label} value={label}>
            {text(`label.${label}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('reason')}>
        <option value="">{text('filter.any')}</option>
        {FILTER_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {text(`why.${reason}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('language')}>
        <LanguageOptions />
      </SelectField>
      <SelectField {...field('age')}>
        <option value="">{text('filter.any')}</option>
        {AGES.map((age) => (
          <option key={age} value={age}>
            {text(`age.${age}`)}
          </option>
        ))}
      </SelectField>
      <div className={styles['scores']}>
        <TextField {...field('minScore')} {...score} />
        <TextField {...field('maxScore')} {...score} />
      </div>
      <footer>
        <Button onClick={onClear}>{text('filter.clear')}</Button>
        <Button look="primary" type="submit">
          {text('filter.use')}
        </Button>
      </footer>
    </form>
  );
}
