export { type Encryption, encryptStored, surveyStored } from './encrypt-stored.js';
export { EncryptionModule } from './encryption.module.js';
export { Secrets, secretUnreadable, type SecretState } from './secrets.service.js';
export { type SecretPlace, signingKeyOf, type StoredSecret } from './stored-secret.js';
