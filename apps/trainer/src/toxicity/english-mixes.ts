import { LINEAR_OUTPUTS, OUTPUT_COUNT, TOXICITY_LABELS } from '#classifier';
import type { Row } from '../data/corpus.js';
import { hateHeads } from './convolution/convolution-example.js';
import type { Mix } from './train-stack.js';

/**
 * How the models are mixed, found on the validation rows of the comment sets and of the hate sets: a little more of either
 * side costs the other more than it gains.
 */
const COMMENT_MIX = { linear: 1, convolution: 0.4, obscene: 0.3, insult: 0.3 };
const HATE_MIX = { linear: 1.5, convolution: 1.5 };
const outputOf = (label: (typeof LINEAR_OUTPUTS)[number]): number => LINEAR_OUTPUTS.indexOf(label);

/** What of the models' outputs says that a text is toxic as comments are. */
export const commentMix = (): Mix =>
  new Map([
    [0, COMMENT_MIX.linear],
    [OUTPUT_COUNT, COMMENT_MIX.convolution],
    [outputOf('obscene'), COMMENT_MIX.obscene],
    [outputOf('insult'), COMMENT_MIX.insult],
  ]);

/** What says so as hate is: the linear opinion, and the mean of what the heard sets say. */
export function hateMix(rows: readonly Row[], heard: ReadonlySet<number>): Mix {
  const own = [...hateHeads(rows)].filter(([source]) => heard.has(source));
  const heads = own.map(([, head]) => OUTPUT_COUNT + head);
  return new Map([
    [outputOf('hate'), HATE_MIX.linear],
    ...heads.map((head): [number, number] => [head, HATE_MIX.convolution / heads.length]),
  ]);
}

/** The kinds believe the outputs that were asked for them, and what says that the text is toxic. */
export const trustedByKinds = (): number[][] =>
  TOXICITY_LABELS.slice(1).map((name, kind) => {
    const label = kind + 1;
    const own = [label, OUTPUT_COUNT + label, 0, OUTPUT_COUNT];
    const hate = outputOf('hate');
    return name === 'identity-attack' ? [...own, hate, OUTPUT_COUNT + hate] : own;
  });
