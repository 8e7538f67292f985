import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { useText } from '../messages/use-text.js';
import { Button } from './button.js';

const SHOWN_MS = 2500;

type State = 'idle' | 'copied' | 'marked';

/** Copies a text; where the clipboard is out of reach (as without https), marks it to be copied by hand. */
export function CopyButton({
  value,
  about,
  shown,
}: {
  value: string;
  /** What is copied, for who cannot see where the button stands. */
  about: string;
  /** Where the text stands. */
  shown: RefObject<HTMLElement | null>;
}) {
  const text = useText();
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      mark(shown.current);
      setState('marked');
    }
  };
  const label = text(STATES[state]);
  return (
    <>
      <Button
        icon={state === 'copied' ? <Check size={14} /> : <Copy size={14} />}
        onClick={() => void copy()}
      >
        {label}
        <span className="visually-hidden">{about}</span>
      </Button>
      <span className="visually-hidden" role="status">
        {state === 'idle' ? '' : label}
      </span>
    </>
  );
}

const STATES = { idle: 'copy', copied: 'copied', marked: 'copy.by-hand' } as const;

function mark(element: HTMLElement | null): void {
  if (element instanceof HTMLInputElement) element.select();
  else if (element !== null) getSelection()?.selectAllChildren(element);
}
