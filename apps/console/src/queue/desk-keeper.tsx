import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { keepClaims } from '../api/reviews.js';
import { Line } from '../design/notice.js';
import { useLive } from '../live/stream.js';
import { useText } from '../messages/use-text.js';
import { useSession } from '../session/use-session.js';
import styles from '../shell/shell.module.css';
import { Courier } from './courier.js';
import { DeskShelf } from './desk-shelf.js';
import { useHeartbeat } from './heartbeat.js';

const Context = createContext<DeskShelf | null>(null);

/** Waits, but no longer than until the network is back. */
const waitForNetwork = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const goOn = (): void => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener('online', goOn, { once: true });
  });

/** Keeps one desk while its moderator looks at other pages, and gives its claims back when they leave. */
export function DeskKeeper({ children }: { children: ReactNode }) {
  const text = useText();
  const self = useSession().moderator.id;
  const [stalled, setStalled] = useState(0);
  const [shelf] = useState(() => {
    const courier = new Courier({ wait: waitForNetwork, onStalled: setStalled });
    return new DeskShelf(courier, self);
  });
  useLive(shelf.hear);
  useHeartbeat(() => {
    if (shelf.isLaden) void keepClaims().catch(() => undefined);
  });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (shelf.courier.pending > 0) event.preventDefault();
    };
    window.addEventListener('pagehide', shelf.release);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('pagehide', shelf.release);
      window.removeEventListener('beforeunload', warn);
    };
  }, [shelf]);
  return (
    <Context value={shelf}>
      {children}
      {stalled > 0 && (
        <div className={styles['offline']}>
          <Line>{text('offline.waiting', { count: stalled })}</Line>
        </div>
      )}
    </Context>
  );
}

/** What keeps the desk; only below the shell. */
export function useDeskShelf(): DeskShelf {
  const shelf = use(Context);
  if (shelf === null) throw new Error('There is no desk outside of the shell.');
  return shelf;
}
