import { useEffect, useRef } from 'react';
import { useText } from '../messages/use-text.js';
import { Rail } from './rail.js';
import styles from './shell.module.css';

/** The rail where there is no room for it beside the page. */
export function Drawer({ onClose }: { onClose: () => void }) {
  const text = useText();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // Who has followed a link is taken to the new page, after this.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={styles['drawer']}
      aria-label={text('nav.pages')}
      onCancel={onClose}
      onClick={(event) => {
        const { target } = event;
        const isLink = target instanceof Element && target.closest('a') !== null;
        if (isLink || target === element.current) onClose();
      }}
    >
      <Rail />
    </dialog>
  );
}
