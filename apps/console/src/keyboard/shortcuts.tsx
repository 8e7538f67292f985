import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { shortcutsSwitch } from '../settings/shortcuts-switch.js';
import { matchKey, type KeyAction } from './keymap.js';

/** What keys do while a component is there. */
export type KeyHandlers = Partial<Record<KeyAction, () => void>>;
type Layers = Set<{ current: KeyHandlers }>;

const Context = createContext<Layers | null>(null);

/** How long the second key of a sequence may take, in milliseconds. */
const SEQUENCE_MS = 1500;

const isTyping = (element: Element): boolean =>
  element.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
/** Whose keys are its own: a dialog, an open menu. */
const ownsKeys = (element: Element): boolean => element.closest('dialog, [role=menu]') !== null;
const answersEnter = (element: Element): boolean =>
  element.closest('a, button, summary, input, select') !== null;

/** Whether a key belongs to what has the focus and not to the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (isTyping(target) || ownsKeys(target)) return true;
  return event.key === 'Enter' && answersEnter(target);
}

/** Listens for keys and hands them to the topmost component that takes them. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [layers] = useState<Layers>(() => new Set());
  useEffect(() => {
    let prefix: string | null = null;
    let timer = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
      const before = prefix;
      prefix = null;
      if (isTaken(event) || (shortcutsSwitch.get() === 'off' && event.key !== 'Escape')) return;
      const match = matchKey(event, before);
      if (match.kind === 'prefix') {
        prefix = match.prefix;
        clearTimeout(timer);
        timer = window.setTimeout(() => (prefix = null), SEQUENCE_MS);
      }
      if (match.kind !== 'action') return;
      const handler = [...layers]
        .reverse()
        .map(({ current }) => current[match.action])
        .find((candidate) => candidate !== undefined);
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [layers]);
  return <Context value={layers}>{children}</Context>;
}

/** Lets keys do this while the component is there; what was there before is covered. */
export function useShortcuts(handlers: KeyHandlers): void {
  const layers = use(Context);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    layers?.add(latest);
    return () => void layers?.delete(latest);
  }, [layers]);
}
