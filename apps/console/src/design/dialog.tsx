import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../messages/use-text.js';
import { Button } from './button.js';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** For what is read and not answered: it is wider, and begins at the way out. */
  wide?: boolean;
  children: ReactNode;
}

/**
 * A modal dialog while it is mounted: the browser's own, which keeps the focus and needs no style of its own
 * in the page. It stands at the end of the page: within what is hidden on narrow screens nobody would see it.
 */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const text = useText();
  const element = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    if (!wide) firstAnswer(body.current)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [wide]);
  return createPortal(
    <dialog
      ref={element}
      className={`${styles['dialog']} ${wide ? styles['wide'] : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className={styles['head']}>
        <h2 id={heading} className={styles['title']}>
          {title}
        </h2>
        <Button look="ghost" icon={<X size={16} />} aria-label={text('close')} onClick={onClose} />
      </div>
      <div ref={body} className={styles['body']}>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}

/** The first field to be filled in; without one, the button that changes nothing, which comes first. */
const firstAnswer = (body: HTMLElement | null): HTMLElement | null =>
  body?.querySelector<HTMLElement>('textarea, input, select') ??
  body?.querySelector('button') ??
  null;

/** The buttons at the end of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
