export type { CommentRef, LockedComment, Move, NewReview, ReopenedReview } from './move.js';
export { openReview } from './review-items.js';
export { lockComments, moveComments } from './transitions.js';
