import { ConfigError } from '#config';
import { EmbeddedPostgresError } from '#embedded-postgres';

/** A failure that the operator can mend; its message is one sentence that says how. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  port?: number;
  address?: string;
}

/** SQLSTATEs of Postgres that mean a wrong or unready DATABASE_URL. */
const POSTGRES: Record<string, string> = {
  '28P01': 'PostgreSQL refuses the password in DATABASE_URL; correct it.',
  '28000': 'PostgreSQL refuses the user in DATABASE_URL; correct it, or allow it in pg_hba.conf.',
  '3D000': 'The database named in DATABASE_URL does not exist; create it with createdb.',
  '42501':
    'The user in DATABASE_URL may not create or change tables; grant it the rights on its schema.',
  '53300': 'PostgreSQL has no connections left; raise max_connections or lower DATABASE_POOL_SIZE.',
  '53100': 'The disk of PostgreSQL is full; make room and start again.',
};

const FOR_OPERATORS = [ConfigError, EmbeddedPostgresError, StartupError];
/** Known by its name: its library takes a second to load, and is there if it threw this. */
const SCHEMA_ERROR = 'SchemaError';

/** One sentence for what an operator did wrong; `null` for what is our own fault and needs its stack. */
export function explainFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (FOR_OPERATORS.some((type) => error instanceof type) || error.name === SCHEMA_ERROR)
    return error.message;
  const { code, syscall, port, address } = error as SystemError;
  if (code === undefined) return null;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is taken by another program; stop it, or set PORT to a free one.`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `Port ${port} may only be used by root; set PORT to one above 1023.`;
  }
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && syscall === 'getaddrinfo')) {
    return `This machine has no address like the one in HOST (${address ?? 'unknown'}); set HOST to 127.0.0.1 or 0.0.0.0.`;
  }
  if (code === 'ENOSPC') return 'The disk is full; make room and start again.';
  return POSTGRES[code] ?? null;
}
