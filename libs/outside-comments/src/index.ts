export type { OutsideComment, OutsideSystem, OutsideVerdict } from './outside-comment.js';
export { OutsideCommentsModule } from './outside-comments.module.js';
export { OutsideComments } from './outside-comments.service.js';
