import type { RejectReason } from '#contract';

/** The same ids for every site, so that a decision that names one can always be explained. */
const shipped = (position: number, title: string, authorText: string): RejectReason => ({
  id: `00000000-0000-7000-8000-00000000000${position}`,
  position,
  title,
  authorText,
});

/** What a site that has written no reasons rejects by; each tells the author what to do differently. */
export const SHIPPED_REASONS: readonly RejectReason[] = [
  shipped(
    1,
    'Personal attack',
    'Your comment attacks a person instead of what they say. Please say it again without the insult.',
  ),
  shipped(
    2,
    'Hate',
    'Your comment runs down people for what they are, such as their origin, faith, sex or disability. We do not publish that.',
  ),
  shipped(
    3,
    'Threat or call for violence',
    'Your comment threatens somebody or calls for violence. We do not publish that.',
  ),
  shipped(
    4,
    'Spam or advertising',
    'Your comment advertises something or sends readers elsewhere. This is a place to talk about the article.',
  ),
  shipped(
    5,
    'Off topic',
    'Your comment is not about the article or the conversation below it. Please post it where it belongs.',
  ),
  shipped(
    6,
    'Private information',
    'Your comment gives away private details, such as an address or a telephone number. Please leave them out.',
  ),
  shipped(7, 'Duplicate', 'You have posted this before. Once is enough for everybody to read it.'),
  shipped(
    8,
    'Language',
    'Your comment uses words that we do not publish. Please say it again without them.',
  ),
];
