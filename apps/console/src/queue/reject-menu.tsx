import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { fetchReasons } from '../api/comments.js';
import { Button, Key } from '../design/button.js';
import { Menu, MenuItem, MenuLabel } from '../design/menu.js';
import { useText } from '../messages/use-text.js';
import styles from './action-bar.module.css';

/** The canned reasons of a site. */
export const useReasons = (site: string | null) =>
  useQuery({
    queryKey: ['reasons', site],
    queryFn: () => fetchReasons(site ?? ''),
    enabled: site !== null,
    staleTime: 5 * 60_000,
  });

interface RejectMenuProps {
  /** `null` when the comments are of several sites, which have reasons of their own each. */
  site: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onReject: (reason: string) => void;
  disabled?: boolean;
  label?: string;
  shortcut?: string;
  /** Where the keyboard goes on when the menu is closed. */
  onClosed?: () => void;
}

/** Rejecting asks for the reason, by its digit or from the list. */
export function RejectMenu(props: RejectMenuProps) {
  const { site, open, onOpenChange, onReject, disabled, label, shortcut, onClosed } = props;
  const text = useText();
  const reasons = useReasons(site);
  const choose = (reason: string): void => {
    onOpenChange(false);
    onReject(reason);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = reasons.data?.find(({ position }) => String(position) === event.key);
    if (chosen === undefined) return;
    event.preventDefault();
    choose(chosen.id);
  };
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      onKeyDown={onKeyDown}
      onCloseAutoFocus={(event) => {
        if (onClosed === undefined) return;
        event.preventDefault();
        onClosed();
      }}
      trigger={
        <Button look="bad" icon={<X size={16} />} disabled={disabled} shortcut={shortcut}>
          {label ?? text('reject')}
        </Button>
      }
    >
      <MenuLabel>{text(site === null ? 'reject.several-sites' : 'reject.why')}</MenuLabel>
      {reasons.isError && <MenuLabel>{text('error.load')}</MenuLabel>}
      {reasons.data?.length === 0 && <MenuLabel>{text('reject.no-reasons')}</MenuLabel>}
      {reasons.data?.map(({ id, position, title, authorText }) => (
        <MenuItem key={id} onSelect={() => choose(id)} textValue={title}>
          <span className={styles['reason']}>
            <bdi>{title}</bdi>
            <small dir="auto">{authorText}</small>
          </span>
          <Key name={String(position)} />
        </MenuItem>
      ))}
    </Menu>
  );
}
