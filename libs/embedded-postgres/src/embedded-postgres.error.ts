/** What kept the embedded Postgres from starting; the message says what to do about it. */
export type EmbeddedPostgresErrorCode =
  | 'BINARIES_MISSING'
  | 'BINARIES_UNUSABLE'
  | 'DATA_FOLDER_IS_A_FILE'
  | 'DATA_FOLDER_LOCKED'
  | 'DATA_FOLDER_NOT_ACCESSIBLE'
  | 'DATA_FOLDER_UNREACHABLE'
  | 'DISK_FULL'
  | 'INITDB_FAILED'
  | 'PASSWORD_LOST'
  | 'PORT_TAKEN'
  | 'START_FAILED'
  | 'WRONG_MAJOR_VERSION';

/** An error a person can act on: a code for programs and one sentence for people. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
