import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tried } from './tried.js';

/** An answer with what it is about. */
interface Answer<Trial> {
  trial: Trial;
  tried: Tried;
}

/** Tries something, as often as one likes: the answer before stays in sight until there is another, or none. */
export function useTrial<Trial>(tried: Tried, fetchTrial: () => Promise<Trial>) {
  const [answer, setAnswer] = useState<Answer<Trial> | null>(null);
  const ask = useMutation({
    mutationFn: async () => ({ trial: await fetchTrial(), tried }),
    onSuccess: setAnswer,
    onError: () => setAnswer(null),
  });
  return { answer, ask };
}
