export type {
  OutsideComment,
  OutsideSpamScore,
  OutsideSystem,
  OutsideVerdict,
  Told,
} from './outside-comment.js';
export { MemoryPruner } from './memory-pruner.js';
export { OutsideCommentsModule } from './outside-comments.module.js';
export { OutsideComments } from './outside-comments.service.js';
