export {
  MAXIMUM_BODY_CHARACTERS,
  normalizeBody,
  textProblem,
  type TextRules,
} from './comment-text.js';
export { CommentsModule } from './comments.module.js';
export { type Changer, CommentsService } from './comments.service.js';
export { IntakeService } from './intake.service.js';
export { OutboxBell } from './outbox-bell.js';
export { REJECTION_COLUMNS, REJECTION_JOINS, rejectionOf, type RejectionRow } from './rejection.js';
export { StatusWatch } from './status-watch.js';
export {
  type Accepted,
  authorIdentity,
  type Submission,
  type SubmittedAuthor,
  tokenRequired,
} from './submission.js';
