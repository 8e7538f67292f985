import { ApiIdInPath, IdInPath } from '../http/id-in-path.js';

export const IntegrationKeyId = new IdInPath(
  'INTEGRATION_KEY_NOT_FOUND',
  'No integration key has this id.',
);
export const ApiIntegrationKeyId = (): MethodDecorator => ApiIdInPath('The id of the key.');

export const CoralSecretId = new IdInPath('CORAL_SECRET_NOT_FOUND', 'No secret has this id.');
export const ApiCoralSecretId = (): MethodDecorator => ApiIdInPath('The id of the secret.');
