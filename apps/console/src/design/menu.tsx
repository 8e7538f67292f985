import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import styles from './menu.module.css';

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onKeyDown?: ComponentProps<typeof DropdownMenu.Content>['onKeyDown'];
  /** Where the focus goes when the menu closes; to the trigger unless told otherwise. */
  onCloseAutoFocus?: (event: Event) => void;
}

/** A menu under a button. It leaves the page scrollable: locking it would take a style in the page. */
export function Menu({
  trigger,
  children,
  align = 'start',
  open,
  onOpenChange,
  ...content
}: MenuProps) {
  return (
    <DropdownMenu.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles['content']}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          loop
          {...content}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/**
 * Before something is done, the focus goes to the button that the menu is of: a dialog that opens gives it back
 * to where it was, and the item is gone by then.
 */
export function MenuItem({
  tone,
  onSelect,
  ...props
}: ComponentProps<typeof DropdownMenu.Item> & { tone?: 'bad' }) {
  return (
    <DropdownMenu.Item
      {...props}
      onSelect={(event) => {
        triggerOf(event.currentTarget)?.focus({ preventScroll: true });
        onSelect?.(event);
      }}
      className={`${styles['item']} ${tone === 'bad' ? styles['bad'] : ''}`}
    />
  );
}

const triggerOf = (item: EventTarget | null): HTMLElement | null => {
  const menu = item instanceof Element ? item.closest('[role=menu]') : null;
  return document.getElementById(menu?.getAttribute('aria-labelledby') ?? '');
};

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className={styles['label']}>{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles['separator']} />;
}
