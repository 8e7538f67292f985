export {
  type CommentRef,
  lockComments,
  type LockedComment,
  type Move,
  moveComments,
} from './transitions.js';
