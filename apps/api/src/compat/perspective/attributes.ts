import type { Label } from '#contract';
import type { ScoredText } from '#text-scores';

type Scores = ScoredText['scores'];

/** Where the score of an attribute comes from. */
export interface Source {
  /** The label that has to be scored, which not every language's model does; `null` where every text has an answer. */
  needs: Label | null;
  /** 0 to 1, of scores that have what is needed. */
  scoreIn(scores: Scores): number;
  /** What a suggested score is about; `null` where nothing of ours would learn from it. */
  teaches: Label | null;
}

const scoreOf = (scores: Scores, label: Label): number => scores.get(label)?.score ?? 0;

const label = (needs: Label): Source => ({
  ...{ needs, teaches: needs },
  scoreIn: (scores) => scoreOf(scores, needs),
});

/** A swear word that the list knows is one, whatever the model makes of the sentence. */
const PROFANITY: Source = {
  ...{ needs: 'obscene', teaches: 'obscene' },
  scoreIn: (scores) => Math.max(scoreOf(scores, 'obscene'), scoreOf(scores, 'profanity')),
};

/** The check says nothing where it finds nothing, and it looks at letters, not at a language's words. */
const INCOHERENT: Source = {
  ...{ needs: null, teaches: 'gibberish' },
  scoreIn: (scores) => scoreOf(scores, 'gibberish'),
};

/** Four digits, as all scores have. */
const STEPS = 10_000;

/** The chance that at least one of the two holds for which newsrooms reject most; each is a probability. */
const LIKELY_TO_REJECT: Source = {
  ...{ needs: 'toxicity', teaches: null },
  scoreIn: (scores) => {
    const neither = (1 - scoreOf(scores, 'toxicity')) * (1 - scoreOf(scores, 'spam'));
    return Math.round((1 - neither) * STEPS) / STEPS;
  },
};

/** With the twins that the original tries new models under; here they are the same. */
const PRODUCTION: Readonly<Record<string, Source>> = {
  TOXICITY: label('toxicity'),
  SEVERE_TOXICITY: label('severe-toxicity'),
  IDENTITY_ATTACK: label('identity-attack'),
  INSULT: label('insult'),
  PROFANITY,
  THREAT: label('threat'),
};

const SOURCES: ReadonlyMap<string, Source> = new Map([
  ...Object.entries(PRODUCTION),
  ...Object.entries(PRODUCTION).map(([name, source]) => [`${name}_EXPERIMENTAL`, source] as const),
  ['TOXICITY_FAST', PRODUCTION['TOXICITY'] as Source],
  ['OBSCENE', label('obscene')],
  ['SPAM', label('spam')],
  ['INCOHERENT', INCOHERENT],
  ['LIKELY_TO_REJECT', LIKELY_TO_REJECT],
]);

/** What the original scores and nothing of ours does: a score would be made up. */
const UNSCORED: ReadonlySet<string> = new Set([
  ...['SEXUALLY_EXPLICIT', 'FLIRTATION'],
  ...['ATTACK_ON_AUTHOR', 'ATTACK_ON_COMMENTER', 'INFLAMMATORY', 'UNSUBSTANTIAL'],
  ...['AFFINITY_EXPERIMENTAL', 'COMPASSION_EXPERIMENTAL', 'CURIOSITY_EXPERIMENTAL'],
  ...['NUANCE_EXPERIMENTAL', 'PERSONAL_STORY_EXPERIMENTAL', 'REASONING_EXPERIMENTAL'],
  ...['RESPECT_EXPERIMENTAL', 'SEXUALLY_EXPLICIT_EXPERIMENTAL', 'FLIRTATION_EXPERIMENTAL'],
]);

/** `NAME` or `NAME@version`; there is one version of each here, which is not chosen by the client. */
const NAMED = /^([A-Z][A-Z_]*)(@[\w.-]{1,32})?$/;

/** Where an attribute's score comes from; `null` for one that has none here, `undefined` for one that nobody knows. */
export function sourceOf(attribute: string): Source | null | undefined {
  const name = NAMED.exec(attribute)?.[1] ?? '';
  return SOURCES.get(name) ?? (UNSCORED.has(name) ? null : undefined);
}
