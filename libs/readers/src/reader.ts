import type { Badge } from '#contract';

/** Who reads or writes, as far as a request proves it. */
export interface Reader {
  /** `jwt:<sub>` or `reader:<id>`. With the site and `vouched` it is the key of the reader's row in `authors`. */
  readonly identity: string;
  /** Whether the site says who it is, by a token that it signed. */
  readonly vouched: boolean;
  /** The opposite: known by nothing but a cookie. */
  readonly anonymous: boolean;
  /** As the token has it; `null` for an anonymous reader, who types one with each comment. */
  readonly name: string | null;
  readonly email: string | null;
  readonly badge: Badge | null;
  /** When the site's account was made, if the token says so. */
  readonly createdAt: Date | null;
}

/** A reader who is known by a cookie alone. */
export function anonymousReader(id: string): Reader {
  return {
    identity: `reader:${id}`,
    vouched: false,
    anonymous: true,
    name: null,
    email: null,
    badge: null,
    createdAt: null,
  };
}
