import { ApiIdInPath, IdInPath } from '../http/id-in-path.js';

export const CommentId = new IdInPath('COMMENT_NOT_FOUND', 'There is no such comment.');
export const ApiCommentId = (): MethodDecorator => ApiIdInPath('The id of the comment.');
