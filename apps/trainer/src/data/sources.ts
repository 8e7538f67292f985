/** What a set's rows teach. */
export type Lesson =
  /** Toxicity and its kinds, as people judge comments. */
  | 'comments'
  /** Hate, coded and open, as the tweet and forum sets understand it: an opinion of its own, weighed against the first. */
  | 'hate';

/** One data set, and how it is used. */
export interface Source {
  name: string;
  /** Below the data folder, without `.jsonl.gz`. */
  path: string;
  license: string;
  origin: string;
  lesson: Lesson;
  /** How much a row counts, against one of the main set. */
  weight: number;
  /** How much it counts when hate is learned. */
  hateWeight: number;
}

/** What the models learned from one set. */
export interface LearnedFrom {
  source: Source;
  rows: number;
  positive: number;
}

/** What a comment counts among tweets when hate is learned. */
const COMMENT_SHARE = 0.3;

const comments = (name: string, weight: number, license: string, origin: string): Source => ({
  ...{ name, path: `toxicity/${name}`, license, origin, lesson: 'comments' },
  ...{ weight, hateWeight: weight * COMMENT_SHARE },
});

const hate = (name: string, weight: number, license: string, origin: string): Source => ({
  ...comments(name, weight, license, origin),
  ...{ lesson: 'hate', hateWeight: weight },
});

const JIGSAW = 'Jigsaw toxic comments, Wikipedia talk pages';
const JIGSAW_LICENSE = 'labels CC0, text CC BY-SA 3.0';

/** What the English model learns from. Weights follow how closely a set resembles comments under articles. */
export const ENGLISH_SOURCES: readonly Source[] = [
  comments('jigsaw-train', 1, JIGSAW_LICENSE, JIGSAW),
  comments('jigsaw-train-2', 1, JIGSAW_LICENSE, JIGSAW),
  comments('jigsaw-train-cleaned', 1, JIGSAW_LICENSE, JIGSAW),
  comments('civil-toxic', 0.2, 'CC0', 'Civil Comments'),
  comments('toxic-spans', 0.6, 'CC0', 'SemEval-2021 Toxic Spans, Civil Comments'),
  comments('wikipedia-context', 0.5, 'Apache-2.0', 'ipavlopoulos/context_toxicity'),
  comments('surge', 1, 'MIT', 'surge-ai/toxicity'),
  {
    ...comments('identity-templates', 0.03, 'CC BY 4.0', 'conversationai bias templates'),
    // Names of groups are what tweets full of hate have in common: here they stand in civil sentences.
    hateWeight: 0.08,
  },
  hate('implicit-hate', 0.5, 'CC BY 4.0', 'Implicit Hate Corpus'),
  hate('social-bias-frames', 0.5, 'CC BY 4.0', 'Social Bias Frames'),
  hate('hatemoji-build', 0.2, 'CC BY 4.0', 'HatemojiBuild'),
  hate('davidson', 0.2, 'MIT', 't-davidson/hate-speech-and-offensive-language'),
  hate('hatexplain', 0.4, 'MIT', 'HateXplain'),
  hate('stormfront', 0.5, 'CC BY-SA 3.0', 'Vicomtech/hate-speech-dataset'),
];

/** What the Chinese model learns from. */
export const CHINESE_SOURCES: readonly Source[] = [
  comments('cold-zh', 1, 'Apache-2.0', 'thu-coai/COLDataset'),
];

const spam = (name: string, license: string, origin: string): Source => ({
  ...comments(name, 1, license, origin),
  path: `spam/${name}`,
});

/** What the spam model learns from; how much each counts is settled in spam/spam-options.ts. */
export const SPAM_SOURCES: readonly Source[] = [
  spam('youtube', 'CC BY 4.0', 'YouTube Spam Collection (UCI)'),
  spam('scamspot-instagram', 'MIT', 'ScamSpot'),
  spam('telegram', 'MIT', 'umputun/tg-spam'),
  spam('sms', 'CC BY 4.0', 'SMS Spam Collection (UCI)'),
  spam('spamassassin-email', 'PDDL', 'SpamAssassin public corpus'),
];

/** Real comments, nearly all of them no spam: ham for the spam model. */
export const HAM_SOURCE = 'toxicity/wikipedia-context';

/** Never learned from: a row of these in another set is left out there. */
export const MEASURED_ONLY = ['toxicity/jigsaw-test', 'toxicity/fox-news'] as const;
