import { EmbeddedPostgresError } from './embedded-postgres.error.js';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS']);
const NOT_A_FOLDER = new Set(['EEXIST', 'ENOTDIR']);

/** Runs work on the data folder and turns the system's errors into sentences that say what to do. */
export async function explainingFolderErrors<T>(
  folder: string,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(folder, error);
  }
}

function explained(folder: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  if (FULL.has(code)) return diskFull(folder, error);
  if (REFUSED.has(code)) return notAccessible(folder, error);
  if (NOT_A_FOLDER.has(code)) return isAFile(folder, error);
  return error;
}

/** The system's code of an error, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function diskFull(folder: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DISK_FULL',
    `The disk under ${folder} is full: free some space (an empty database takes about 40 MB) and start again.`,
    { cause },
  );
}

export function notAccessible(folder: string, cause?: unknown): EmbeddedPostgresError {
  const who = process.getuid ? ` (user id ${process.getuid()})` : '';
  return new EmbeddedPostgresError(
    'DATA_FOLDER_NOT_ACCESSIBLE',
    `This user${who} cannot read and write ${folder}: start as the folder's owner, or name another data folder.`,
    { cause },
  );
}

function isAFile(folder: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DATA_FOLDER_IS_A_FILE',
    `${folder} or a part of its path is a file: move the file away, or name another data folder.`,
    { cause },
  );
}
