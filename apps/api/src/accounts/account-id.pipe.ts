import { ApiIdInPath, IdInPath } from '../http/id-in-path.js';

export const ModeratorId = new IdInPath('MODERATOR_NOT_FOUND', 'Nobody has this id.');
export const ApiModeratorId = (): MethodDecorator => ApiIdInPath('The id of the moderator.');

export const InvitationId = new IdInPath('INVITATION_NOT_FOUND', 'No invitation has this id.');
export const ApiInvitationId = (): MethodDecorator => ApiIdInPath('The id of the invitation.');
