import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReviewEvent } from '#contract';
import { openStream, type StreamState } from './open-stream.js';

type Listener = (event: ReviewEvent) => void;
interface Live {
  state: StreamState;
  listeners: Set<Listener>;
}

const Context = createContext<Live | null>(null);
/** Counts are asked for anew so long after something happened, however much happened. */
const SETTLE_MS = 400;

/** Keeps one stream open for all that is inside. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<StreamState>('opening');
  const [listeners] = useState<Set<Listener>>(() => new Set());
  useEffect(() => {
    let timer = 0;
    const close = openStream((event) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        void queries.invalidateQueries({ queryKey: ['queues'] });
        void queries.invalidateQueries({ queryKey: ['live'] });
      }, SETTLE_MS);
      listeners.forEach((listener) => listener(event));
    }, setState);
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [queries, listeners]);
  return <Context value={{ state, listeners }}>{children}</Context>;
}

/** Hears what the stream tells while the component is there. */
export function useLive(listener: Listener): void {
  const live = use(Context);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  const listeners = live?.listeners;
  useEffect(() => {
    const hear: Listener = (event) => latest.current(event);
    listeners?.add(hear);
    return () => void listeners?.delete(hear);
  }, [listeners]);
}

/** Whether what is shown is as it is now. */
export const useLiveState = (): StreamState => use(Context)?.state ?? 'opening';
