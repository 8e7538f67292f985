import type { PolicyInForce } from '#contract';
import type { PolicyPlace } from '../../../api/policy.js';
import { changesBetween } from '../policy-document.js';

/** What is tried: a policy in force, and what stands in the fields beside it. */
export interface Tried {
  place: PolicyPlace;
  inForce: PolicyInForce;
  /** Of those who may write one. */
  document: unknown;
  /** How much of it differs from what is in force. */
  changes: number;
  /** Whether what stands in the JSON is none. */
  blocked: boolean;
  mayDraft: boolean;
}

/** The draft, as far as there is one: `undefined` where nothing differs. */
export const draftOf = ({ mayDraft, changes, document }: Tried): unknown =>
  mayDraft && changes > 0 ? document : undefined;

/** Whether an answer about the one says nothing any more about the other. */
export const isStale = (before: Tried, now: Tried): boolean =>
  before.inForce.version !== now.inForce.version ||
  changesBetween(before.document, now.document).length > 0;
