import type { SpamBehavior, SpamClassification } from '#classifier';
import type { TextSpan } from '#contract';
import type { Check, CheckContext, Signal } from '../check.js';
import { countedLinks } from '../links/counted-links.js';
import { repeatsOf } from '../repeat/repeats.js';
import { tidySpans } from '../text/spans.js';

type BehaviorName = SpamClassification['behavior'][number]['name'];

/** What a spam scorer says of a comment. */
export interface SpamScore {
  /** 0 to 1, calibrated: of the comments scored 0.9, nine in ten are spam. */
  score: number;
  /** The pieces that speak for spam, as UTF-16 offsets, in any order. */
  spans: readonly TextSpan[];
  /** What in the author's behavior speaks for spam, the strongest first. */
  behavior: readonly BehaviorName[];
}

/** A model that scores a comment as spam by what it says and how its author behaves. */
export interface SpamScorer {
  readonly name: string;
  readonly version: string;
  score(text: string, behavior: SpamBehavior): SpamScore;
}

const IN_PLAIN_WORDS: Readonly<Record<BehaviorName, string>> = {
  speed: 'many comments in a short time',
  addressSpeed: 'many comments from one address in a short time',
  newcomer: 'a new author',
  newcomerLink: 'a link from a new author',
  history: 'earlier comments held or rejected',
  repeats: 'the same text by the author before',
  campaign: 'the same text by others',
};
/** More reasons than this make no better explanation. */
const NAMED_REASONS = 3;

function behaviorOf(context: CheckContext): SpamBehavior {
  const { author, now, rates } = context;
  const { byAuthor, otherAuthors } = repeatsOf(context);
  return {
    authorRate: rates.author,
    addressRate: rates.address,
    // Readers without a name are not new, they are nobody.
    authorAgeMs:
      author.id === null ? null : Math.max(0, now.getTime() - author.firstSeenAt.getTime()),
    published: author.published,
    held: author.held,
    rejected: author.rejected,
    repeatsByAuthor: byAuthor.exact.length + byAuthor.near.length,
    repeatsByOthers: otherAuthors,
    links: countedLinks(context).length,
  };
}

function namedReasons(behavior: SpamScore['behavior']): string[] {
  const names = behavior.includes('newcomerLink')
    ? behavior.filter((name) => name !== 'newcomer')
    : behavior;
  return names.slice(0, NAMED_REASONS).map((name) => IN_PLAIN_WORDS[name]);
}

/** A check that asks a trained model, which knows more wordings than anybody writes down and less of why. */
export function spamModelCheck(scorer: SpamScorer): Check {
  const run = (context: CheckContext): Signal[] => {
    const { body } = context.comment;
    const { score, spans, behavior } = scorer.score(body, behaviorOf(context));
    const reasons = namedReasons(behavior);
    return [
      {
        label: 'spam',
        score,
        spans: tidySpans(body, spans),
        reason: 'SCORED_SPAM',
        details: {
          scorer: scorer.name,
          ...(reasons.length > 0 && { behavior: reasons.join(', ') }),
        },
      },
    ];
  };
  return { name: 'spam-model', version: scorer.version, run };
}
