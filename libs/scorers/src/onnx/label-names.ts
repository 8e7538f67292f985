import type { Label } from '#contract';

/** Names under `id2label` of published models, and the label of ours that they mean. */
const LABEL_OF: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['toxic', 'toxicity'],
  ['toxicity', 'toxicity'],
  ['severe-toxic', 'severe-toxicity'],
  ['severe-toxicity', 'severe-toxicity'],
  ['insult', 'insult'],
  ['obscene', 'obscene'],
  ['profanity', 'obscene'],
  ['threat', 'threat'],
  ['identity-hate', 'identity-attack'],
  ['identity-attack', 'identity-attack'],
  ['hate', 'identity-attack'],
  ['spam', 'spam'],
]);

/** The label that a model's name for it means; `undefined` for `neutral` and for all that we do not know. */
export function labelNamed(name: string): Label | undefined {
  return LABEL_OF.get(name.toLowerCase().replaceAll(/[_\s]/g, '-'));
}
