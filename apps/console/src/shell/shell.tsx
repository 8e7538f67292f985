import { Outlet, useRouterState } from '@tanstack/react-router';
import { MenuIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/button.js';
import { LiveProvider } from '../live/stream.js';
import { useText } from '../messages/use-text.js';
import { DeskKeeper } from '../queue/desk-keeper.js';
import { Drawer } from './drawer.js';
import { PageKeys } from './page-keys.js';
import { Rail } from './rail.js';
import styles from './shell.module.css';

/** What is around every page of who is signed in. */
export function Shell() {
  return (
    <LiveProvider>
      <DeskKeeper>
        <PageKeys />
        <Frame />
      </DeskKeeper>
    </LiveProvider>
  );
}

function Frame() {
  const text = useText();
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main">
        {text('skip-to-content')}
      </a>
      <aside className={styles['aside']}>
        <Rail />
      </aside>
      <header className={styles['bar']}>
        <Button
          look="ghost"
          icon={<MenuIcon size={18} />}
          aria-label={text('nav.open')}
          onClick={() => setOpen(true)}
        />
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      {open && <Drawer onClose={() => setOpen(false)} />}
    </div>
  );
}

/** Who follows a link lands at the top of the new page, with eyes, keyboard and screen reader. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
  }, [path, main]);
}
