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

export function MenuItem({
  tone,
  ...props
}: ComponentProps<typeof DropdownMenu.Item> & { tone?: 'bad' }) {
  return (
    <DropdownMenu.Item
      {...props}
      className={`${styles['item']} ${tone === 'bad' ? styles['bad'] : ''}`}
    />
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className={styles['label']}>{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles['separator']} />;
}
