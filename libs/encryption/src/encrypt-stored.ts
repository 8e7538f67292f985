import type { Session } from '#database';
import type { SecretState, Secrets } from './secrets.service.js';
import type { SecretTable, StoredSecret } from './stored-secret.js';
import { SECRET_TABLES } from './stored-secrets.sql.js';

/** What became of the secrets. */
export interface Encryption {
  /** Newly encrypted, or under the first key instead of an older one. */
  encrypted: number;
  /** Under the first key before. */
  unchanged: number;
  /** Exchanged by their site just then; the next run looks at them. */
  exchanged: number;
  /** Their key is missing, or what is stored is not what was encrypted. */
  unreadable: number;
}

const TABLES = Object.keys(SECRET_TABLES) as SecretTable[];

interface Row extends StoredSecret {
  site_id: string;
  id: string;
}

/** Brings all stored secrets under the first key. May run at any time, beside the service and itself. */
export async function encryptStored(session: Session, secrets: Secrets): Promise<Encryption> {
  const outcome: Encryption = { encrypted: 0, unchanged: 0, exchanged: 0, unreadable: 0 };
  for (const table of TABLES) {
    for (const row of await session.query<Row>(SECRET_TABLES[table].all)) {
      outcome[await encryptRow(session, secrets, table, row)] += 1;
    }
  }
  return outcome;
}

async function encryptRow(
  session: Session,
  secrets: Secrets,
  table: SecretTable,
  row: Row,
): Promise<keyof Encryption> {
  const place = { table, siteId: row.site_id, id: row.id };
  const secret = secrets.read(place, row);
  if (secret === null) return 'unreadable';
  if (secrets.stateOf(row) === 'current') return 'unchanged';
  const { ciphertext, key_id: keyId } = secrets.seal(place, secret);
  const changed = await session.execute(SECRET_TABLES[table].replace, [
    ...[row.site_id, row.id, ciphertext, keyId],
    ...[row.secret, row.ciphertext],
  ]);
  return changed === 1 ? 'encrypted' : 'exchanged';
}

/** How many secrets are stored in which state. */
export async function surveyStored(
  session: Session,
  secrets: Secrets,
): Promise<Record<SecretState, number>> {
  const survey = { clear: 0, current: 0, older: 0, keyless: 0 };
  for (const table of TABLES) {
    for (const row of await session.query<Row>(SECRET_TABLES[table].all)) {
      survey[secrets.stateOf(row)] += 1;
    }
  }
  return survey;
}
