export { recordedUrl } from './connection-file.js';
export {
  EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type ExitListener,
} from './embedded-postgres.js';
export {
  EmbeddedPostgresError,
  type EmbeddedPostgresErrorCode,
} from './embedded-postgres.error.js';
export { freePort } from './port.js';
export type { PostmasterExit } from './postmaster.js';
export type { Settings } from './settings.js';
