import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement of a hot path: parsed and planned once per connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Where statements run: the pool (each commits by itself) or one transaction. */
export interface Session {
  /** Runs one statement and gives its rows. */
  query<Row extends QueryResultRow>(statement: Statement, values?: unknown[]): Promise<Row[]>;
  /** Runs one statement and gives the number of rows that it changed. */
  execute(statement: Statement, values?: unknown[]): Promise<number>;
}

type Queryable = Pick<Pool | PoolClient, 'query'>;

function sessionOf(connection: Queryable): Session {
  const run = (statement: Statement, values: unknown[] = []): Promise<QueryResult> =>
    connection.query({ name: statement.name, text: statement.text, values });
  return {
    query: async <Row>(statement: Statement, values?: unknown[]) =>
      (await run(statement, values)).rows as Row[],
    execute: async (statement, values) => (await run(statement, values)).rowCount ?? 0,
  };
}

/**
 * A process that stays silent for so many milliseconds in the middle of a transaction is frozen or
 * cut off. Postgres then ends the transaction, for the locks it holds keep everybody else waiting.
 */
const SILENCE_MS = 5000;
const BEGIN = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${SILENCE_MS}`;

const outliving = new WeakSet<PoolClient>();

/**
 * A connection that dies may say so by several events, and one that nobody hears ends the process.
 * Its statements reject, and the pool does not lend it again: there is nothing else to do.
 */
function outliveErrors(client: PoolClient): void {
  if (outliving.has(client)) return;
  outliving.add(client);
  client.on('error', () => undefined);
}

/** The hot paths' way to Postgres: named statements over the pool that TypeORM opened. */
@Injectable()
export class Database implements Session {
  private readonly pool: Pool;
  private readonly session: Session;

  constructor(@InjectDataSource() dataSource: DataSource) {
    // TypeORM types its driver's pool as any; this is the boundary.
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.session = sessionOf(this.pool);
    this.pool.on('acquire', outliveErrors);
  }

  query<Row extends QueryResultRow>(statement: Statement, values?: unknown[]): Promise<Row[]> {
    return this.session.query<Row>(statement, values);
  }

  execute(statement: Statement, values?: unknown[]): Promise<number> {
    return this.session.execute(statement, values);
  }

  /**
   * Runs the work on one connection, each statement committing by itself. Statements that the work
   * does not wait for in between are sent together and run in their order.
   */
  connection<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.lend((client) => work(sessionOf(client)));
  }

  /** As {@link connection}, but in one transaction: all of it is committed, or, when it throws, none. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.lend(async (client) => {
      try {
        const [, result] = await Promise.all([client.query(BEGIN), work(sessionOf(client))]);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // A connection that cannot even do that is not lent again: the pool sees to it.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  private async lend<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }
}
