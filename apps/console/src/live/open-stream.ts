import type { ReviewEvent } from '#contract';

export type StreamState = 'opening' | 'open' | 'lost';

/** Until a stream that the service has closed is opened anew, in milliseconds. */
const PAUSE_MS = 5000;
const TYPES = ['opened', 'reopened', 'closed', 'claimed', 'released', 'decided', 'reset'] as const;

/** Listens to the service's events until the returned function is called. */
export function openStream(
  onEvent: (event: ReviewEvent) => void,
  onState: (state: StreamState) => void,
): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let wasLost = false;
  const hear = ({ data }: MessageEvent<string>): void => onEvent(JSON.parse(data) as ReviewEvent);
  const open = (): void => {
    source = new EventSource('/v1/reviews/stream');
    source.onopen = () => {
      onState('open');
      // The browser resumes a stream by itself; one that was opened anew may have missed something.
      if (wasLost) onEvent({ type: 'reset' });
      wasLost = false;
    };
    source.onmessage = hear;
    // Named events do not come as messages.
    for (const type of TYPES) source.addEventListener(type, hear);
    source.onerror = () => {
      onState('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      wasLost = true;
      clearTimeout(timer);
      timer = window.setTimeout(open, PAUSE_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
