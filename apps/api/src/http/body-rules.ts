/** Bytes that a body may have. */
export const BODY_BYTES = 64 * 1024;
/** Lists of ten thousand words or of a hundred texts, and articles, do not fit into what a comment may have. */
export const LARGE_BODY_BYTES = 1024 * 1024;

/** What senders call their bodies; `*` is whatever else, and nothing at all. */
export const BODY_TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  '*',
] as const;

export type BodyType = (typeof BODY_TYPES)[number];

/** What is made of a body. @throws DomainError when it is not of its form */
export type ReadBody = (bytes: Buffer) => unknown;

/** How an address takes bodies, where it takes others than {@link BODY_BYTES} of one JSON object. */
export interface BodyRules {
  /** In bytes. */
  limit?: number;
  /** By type; `*` stands for all that are not named. */
  readers?: Partial<Record<BodyType, ReadBody>>;
  /** Whether the bytes are kept, for whoever verifies a signature over them. */
  keepsBytes?: boolean;
}
