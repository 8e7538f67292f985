/** The range of a number in a policy, both ends allowed. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** What a policy's numbers and lists may be; wide enough for every newsroom, narrow enough for every comment to be checked in time. */
export const POLICY_BOUNDS = {
  threshold: { minimum: 0, maximum: 1 },
  /** A day: later, readers have answered the text as it was. */
  editWindowSeconds: { minimum: 0, maximum: 86_400 },
  /** Entries of each list of hosts and of words; searching costs the same for one and for all. */
  listEntries: { minimum: 0, maximum: 10_000 },
  /** Characters of one word or phrase. */
  wordLength: { minimum: 1, maximum: 200 },
  /** Characters of one host; 253 is the most that DNS allows. */
  hostLength: { minimum: 1, maximum: 253 },
  linksMaximum: { minimum: 0, maximum: 100 },
  repeatWindowHours: { minimum: 1, maximum: 168 },
  repeatMaximumAuthors: { minimum: 0, maximum: 1_000 },
  /** Comments per minute or hour; 0 lets nobody post. */
  floodLimit: { minimum: 1, maximum: 100_000 },
  /** Reports, each of which counts for one at most; at 1 a single new reader takes any comment down. */
  reportsThreshold: { minimum: 1, maximum: 1_000 },
} as const satisfies Record<string, Bounds>;
