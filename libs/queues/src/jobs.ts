/** The jobs of each queue: what they carry. Ids and numbers only; the truth is in Postgres. */
export interface ModerateJob {
  siteId: string;
  commentId: string;
  revision: number;
  /** 0 for the first verdict of a revision; n for the nth time that checks which could not run are run again. */
  recheck: number;
}

/** The queue of comments that wait for their checks. */
export const MODERATE_QUEUE = 'moderate';

/** Equal for equal work, so that handing in twice queues once. BullMQ forbids colons in it. */
export function jobId({ commentId, revision, recheck }: ModerateJob): string {
  return `${commentId}-${revision}-${recheck}`;
}
