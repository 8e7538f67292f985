import type { Label } from '#contract';

/**
 * From which score on a label holds a trusted author's comment as it holds anybody's; below it, a trusted author is not
 * held. Labels that are not here, and all rejections, treat everybody alike: banned and suspect words are the newsroom's
 * own rules, and threats and insults hurt whoever writes them.
 */
export const HOLDS_TRUSTED_FROM: Readonly<Partial<Record<Label, number>>> = {
  // Sources are what a trusted author brings.
  'link-count': Infinity,
  // Somebody in a lively exchange, or under the address of an office or a school.
  flood: Infinity,
  // Answers the same question in two places; quotes what others say.
  'repeat-by-author': Infinity,
  'repeat-across-authors': Infinity,
  // Style.
  capitals: Infinity,
  gibberish: Infinity,
  // A name can be taken over: what is nearly certain is held even so.
  spam: 0.95,
  // Strong words are theirs to choose; slurs (score 1) are not.
  profanity: 0.95,
};
