import type { Label } from '#contract';

/** An attribute of Perspective, and the label of ours that means the same. */
export interface Attribute {
  name: string;
  label: Label;
}

/** Of the others, `SEXUALLY_EXPLICIT` and `FLIRTATION` are no offense here, and the New York Times' set is about its own house rules. */
export const ATTRIBUTES: readonly Attribute[] = [
  { name: 'TOXICITY', label: 'toxicity' },
  { name: 'SEVERE_TOXICITY', label: 'severe-toxicity' },
  { name: 'INSULT', label: 'insult' },
  { name: 'PROFANITY', label: 'obscene' },
  { name: 'THREAT', label: 'threat' },
  { name: 'IDENTITY_ATTACK', label: 'identity-attack' },
  { name: 'SPAM', label: 'spam' },
];
