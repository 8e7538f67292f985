import { scoreSpam } from '#classifier';
import { readSpamRows } from '../../../apps/trainer/src/spam/read-spam-rows.js';
import { trainSpam } from '../../../apps/trainer/src/spam/train-spam.js';

/** The score, 0 to 1, of a spam model that has seen no row of one set. Takes a minute or two. */
export function trainSpamWithout(heldOut: string, data: string): (text: string) => number {
  const model = trainSpam(readSpamRows(data).filter(({ source }) => source !== heldOut));
  return (text) => scoreSpam(model, text);
}
