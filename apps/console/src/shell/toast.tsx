import { Undo2, X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { Key } from '../design/button.js';
import { useText } from '../messages/use-text.js';
import styles from './toast.module.css';

/** One short message at the edge of the page. */
export interface Toast {
  text: string;
  tone?: 'plain' | 'bad';
  /** Takes back what the message tells of. */
  undo?: { run: () => void; until: number | null };
}

type Show = (toast: Toast | null) => void;
const Context = createContext<Show>(() => undefined);
const SHOWN_MS = 6000;

/** Shows a message in place of the one before; `null` takes it away. */
export const useToast = (): Show => use(Context);

/** A place for messages; the latest is shown, and read out to who cannot see it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [turn, setTurn] = useState(0);
  const show = useCallback<Show>((next) => {
    setToast(next);
    setTurn((before) => before + 1);
  }, []);
  return (
    <Context value={show}>
      {children}
      <Announcer toast={toast} turn={turn} />
      <div className={styles['place']}>
        {toast !== null && <ToastCard toast={toast} onClose={() => setToast(null)} />}
      </div>
    </Context>
  );
}

/**
 * Reads messages out. Each is an element of its own: of two that say the same, as after two decisions, the
 * second would else be no change, and silent. What went wrong interrupts, for the next key may rely on it.
 */
function Announcer({ toast, turn }: { toast: Toast | null; turn: number }) {
  const said = toast === null ? null : <p key={turn}>{toast.text}</p>;
  const isBad = toast?.tone === 'bad';
  return (
    <div className="visually-hidden" data-announcer>
      <div role="status">{!isBad && said}</div>
      <div aria-live="assertive">{isBad && said}</div>
    </div>
  );
}

/** Whole seconds until then, counted down; `null` without an end. */
function useSecondsLeft(until: number | null, onOver: () => void): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) onOver();
    }, 250);
    return () => clearInterval(timer);
  }, [until, onOver]);
  return until === null ? null : Math.max(0, Math.floor((until - now) / 1000));
}

/** `1:05`. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const text = useText();
  const close = useCallback(() => onClose(), [onClose]);
  const seconds = useSecondsLeft(toast.undo?.until ?? null, close);
  const lasts = toast.undo !== undefined;
  useEffect(() => {
    if (lasts) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, lasts, close]);
  return (
    <div className={`${styles['toast']} ${toast.tone === 'bad' ? styles['bad'] : ''}`}>
      {toast.tone === 'bad' && <span className={styles['dot']} />}
      <p dir="auto">{toast.text}</p>
      {toast.undo && (
        <button type="button" className={styles['action']} onClick={toast.undo.run}>
          <Undo2 size={14} />
          {text('undo')}
          <Key name="u" />
          {seconds !== null && (
            <span className={styles['seconds']} aria-hidden="true">
              {clock(seconds)}
            </span>
          )}
        </button>
      )}
      <button
        type="button"
        className={styles['action']}
        aria-label={text('dismiss')}
        onClick={close}
      >
        <X size={14} />
      </button>
    </div>
  );
}
