import { LABELS } from '#contract';
import type { Holds, Tally } from './measure-holds.js';

const NAME_COLUMNS = 36;

function cell(part: number, { rows }: Tally): string {
  const share = rows === 0 ? '-' : `${((part / rows) * 100).toFixed(2)} %`;
  return part.toLocaleString('en').padStart(8) + share.padStart(10);
}

/** Lays out what became of a set's comments; without an end of line. */
export function holdsTable(set: string, { civil, toxic }: Holds): string {
  const columns = [civil.known, civil.new, toxic.known];
  const row = (name: string, part: (tally: Tally) => number): string =>
    name.padEnd(NAME_COLUMNS) + columns.map((tally) => cell(part(tally), tally)).join('');
  const labels = LABELS.filter((label) => columns.some(({ byLabel }) => byLabel.has(label)));
  const heads = ['civil', 'by newcomers', 'toxic'].map((head) => head.padStart(18));
  return [
    set.padEnd(NAME_COLUMNS) + heads.join(''),
    row('comments', ({ rows }) => rows),
    row('held by the labels of toxicity', ({ heldByToxicity }) => heldByToxicity),
    row('held by anything', ({ held }) => held),
    row('rejected', ({ rejected }) => rejected),
    ...labels.map((label) => row(`  ${label}`, ({ byLabel }) => byLabel.get(label) ?? 0)),
  ].join('\n');
}
