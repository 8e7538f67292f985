import type { Label } from '#contract';

/** Perspective's attributes and the labels that mean the same. */
const LABEL_OF: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['TOXICITY', 'toxicity'],
  ['SEVERE_TOXICITY', 'severe-toxicity'],
  ['INSULT', 'insult'],
  ['PROFANITY', 'obscene'],
  ['OBSCENE', 'obscene'],
  ['THREAT', 'threat'],
  ['IDENTITY_ATTACK', 'identity-attack'],
  ['SPAM', 'spam'],
]);

/** The labels that a proposal is made for. */
export const COMPARED_LABELS: readonly Label[] = [...new Set(LABEL_OF.values())];

const TWIN = /(_EXPERIMENTAL)?(@[\w.-]+)?$/;

/** The label of an attribute, also of a version of it or of its experimental twin; `undefined` if there is none. */
export function labelOf(attribute: string): Label | undefined {
  return LABEL_OF.get(attribute.replace(TWIN, ''));
}
