import { ApiIdInPath, IdInPath } from '../http/id-in-path.js';

export const AuthorId = new IdInPath('AUTHOR_NOT_FOUND', 'There is no such author.');
export const ApiAuthorId = (): MethodDecorator => ApiIdInPath('The id of the author.');
