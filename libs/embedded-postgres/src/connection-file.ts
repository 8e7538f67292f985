import { lchownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './folder-errors.js';

/** How to reach a cluster; it lies inside it, so that a password is never apart from its cluster. */
export interface Connection {
  password: string;
  /** The port it listened on last. */
  port?: number;
}

export const USER = 'moderato';
export const DATABASE = 'moderato';

const NAME = 'moderato-connection.json';

/** What the cluster says about itself; undefined when the file is missing or damaged. */
export function readConnection(cluster: string): Connection | undefined {
  try {
    const { password, port } = JSON.parse(
      readFileSync(join(cluster, NAME), 'utf8'),
    ) as Partial<Connection>;
    if (typeof password !== 'string') return undefined;
    return typeof port === 'number' ? { password, port } : { password };
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps it for this user alone, whole or not at all. */
export function writeConnection(cluster: string, connection: Connection): void {
  const draft = join(cluster, `${NAME}.new`);
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(connection)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  const owner = statSync(cluster);
  if (process.getuid?.() === 0) lchownSync(draft, owner.uid, owner.gid);
  renameSync(draft, join(cluster, NAME));
}

/** The address of one database of the cluster. */
export function connectionUrl(port: number, password: string, database = DATABASE): string {
  return `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The address at which the data directory's server listens, or did last; undefined when there was none yet. */
export function recordedUrl(dataDirectory: string): string | undefined {
  const connection = readConnection(join(dataDirectory, 'postgres'));
  if (connection?.port === undefined) return undefined;
  return connectionUrl(connection.port, connection.password);
}
