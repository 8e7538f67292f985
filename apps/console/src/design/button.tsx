import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';

type Look = 'plain' | 'primary' | 'good' | 'bad' | 'ghost';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  /** The key that does the same, shown beside the words. */
  shortcut?: string | undefined;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

const classes = (...names: (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: Look = 'plain', isIcon = false): string =>
  classes(styles['button'], styles[look], isIcon && styles['icon']);

/** A button; without children it is an icon alone and needs an `aria-label`. */
export function Button({
  look = 'plain',
  shortcut,
  icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  const isIcon = children === undefined;
  return (
    <button
      type="button"
      {...rest}
      className={classes(buttonClass(look, isIcon), className)}
      {...(isIcon && rest.title === undefined ? { title: rest['aria-label'] } : {})}
    >
      {icon}
      {children}
      {shortcut !== undefined && <Key name={shortcut} />}
    </button>
  );
}

const SYMBOLS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  'Mod+z': 'Ctrl Z',
  'Mod+a': 'Ctrl A',
  X: 'Shift X',
};

/** A key as it is printed on the keyboard. */
export function Key({ name }: { name: string }) {
  return (
    <kbd className={styles['kbd']} aria-hidden="true">
      {SYMBOLS[name] ?? (name.length === 1 ? name.toUpperCase() : name)}
    </kbd>
  );
}
