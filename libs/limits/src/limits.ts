import type { Config } from '#config';
import type { BucketSize } from './token-bucket.js';

/** What is limited. `actions`: edits, deletions, reactions, reports; `checks`: what other systems' clients ask. */
export type LimitedKind = 'posts' | 'actions' | 'previews' | 'reads' | 'checks';

/** By what requests are told apart. */
export type LimitScope = 'reader' | 'address' | 'article' | 'key';

/** The size of each bucket; where there is none, nothing is limited. */
export type LimitSizes = Record<LimitedKind, Partial<Record<LimitScope, BucketSize | 'off'>>>;

/** The limits that the settings ask for. */
export function limitsOf(config: Config): LimitSizes {
  const address = config.LIMIT_ACTIONS_PER_ADDRESS;
  return {
    posts: {
      reader: config.LIMIT_POSTS_PER_READER,
      address: config.LIMIT_POSTS_PER_ADDRESS,
      article: config.LIMIT_POSTS_PER_ARTICLE,
    },
    actions: { reader: config.LIMIT_ACTIONS_PER_READER, address },
    previews: { reader: config.LIMIT_PREVIEWS_PER_READER, address },
    reads: { address: config.LIMIT_READS_PER_ADDRESS },
    checks: { key: config.LIMIT_CHECKS_PER_KEY },
  };
}
