import { Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { encryptStored, Secrets, surveyStored } from '#encryption';
import { CoralSecrets } from '#integrations';
import { SiteIdentitiesService } from '#readers';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dataSourceOptions } from '#database';
import { createDatabase } from '../harness/postgres.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const [KEY, NEW_KEY] = [0, 1].map(() => randomBytes(32).toString('base64'));
const READERS = ['readers-of-tomorrow-0123456789abcdef', 'readers-of-yesterday-0123456789abcde'];
const CORAL = `empsec_${'1f'.repeat(34)}`;

let test: TestSession;
let by: string;
beforeAll(async () => {
  // What cannot be read is told of; here that is half of the tests.
  Logger.overrideLogger(false);
  test = await openTestSession();
  by = uuidv7();
  await test.sql(
    `INSERT INTO moderators (id, name, email) VALUES ($1, 'Ada', 'ada@news.example')`,
    [by],
  );
});
afterAll(() => test.close());

/** What a process knows that was started with these keys, the first one first. */
function processWith(...keys: (string | undefined)[]) {
  const secrets = new Secrets(loadConfig({ ENCRYPTION_KEYS: keys.join(',') }));
  return {
    secrets,
    readers: new SiteIdentitiesService(test.database, secrets),
    coral: new CoralSecrets(test.database, secrets),
    encrypt: () => encryptStored(test.database, secrets),
    survey: () => surveyStored(test.database, secrets),
  };
}

async function handIn({ readers, coral }: ReturnType<typeof processWith>): Promise<void> {
  const secrets = READERS.map((secret, n) => ({ id: `secret-${n}`, secret }));
  await readers.write(test.siteId, { issuer: null, audience: null, jwksUrl: null, secrets });
  await coral.add({ siteId: test.siteId, secret: CORAL, by });
}

/** All that a process reads, or `null` where it cannot. */
async function readBy({ readers, coral }: ReturnType<typeof processWith>): Promise<unknown> {
  const rules = await readers.rulesOf(test.siteId);
  const texts = [...(rules?.secrets ?? [])].map(([id, secret]) => [id, String(secret)]);
  return { readers: Object.fromEntries(texts), coral: (await coral.of(test.siteId)).readable };
}
const ALL = {
  readers: { 'secret-0': READERS[0], 'secret-1': READERS[1] },
  coral: [CORAL],
};

/** Every row of every table, as text and as the bytes of its columns. */
async function everything(): Promise<string> {
  const tables = await test.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => test.sql<{ item: string }>(`SELECT item::text FROM ${name} AS item`)),
  );
  return rows
    .flat()
    .map(({ item }) => item)
    .join('\n');
}

const hex = (text: string): string => Buffer.from(text).toString('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.=*$/, '');

let signingKey: Buffer;
beforeEach(async () => {
  await test.sql('DELETE FROM coral_secrets');
  await test.sql('DELETE FROM site_identity_secrets');
  signingKey = randomBytes(32);
  await test.sql(
    `UPDATE sites SET signing_key = $2, signing_key_ciphertext = NULL, encryption_key_id = NULL
     WHERE id = $1`,
    [test.siteId, signingKey],
  );
});

describe('the secrets of sites', () => {
  it.each<[string, () => Promise<void>]>([
    ['handed in with a key', () => handIn(processWith(KEY))],
    [
      'encrypted after they were handed in without one',
      async () => {
        await handIn(processWith());
        expect(await everything()).toContain(CORAL);
        await processWith(KEY).encrypt();
      },
    ],
  ])('are nowhere in the database in the clear: %s', async (_, make) => {
    await make();
    await processWith(KEY).encrypt();
    const dump = await everything();
    expect(dump.length).toBeGreaterThan(1000);
    for (const secret of [...READERS, CORAL]) {
      for (const form of [secret, hex(secret), base64(secret)]) expect(dump).not.toContain(form);
    }
    expect(dump).not.toContain(signingKey.toString('hex'));
    expect(await readBy(processWith(KEY))).toEqual(ALL);
  });

  it('go from the clear under a key, under another, and on being read at each step', async () => {
    await handIn(processWith());
    expect(await processWith().survey()).toEqual({ clear: 4, current: 0, older: 0, keyless: 0 });
    expect(await processWith(KEY).encrypt()).toMatchObject({ encrypted: 4, unreadable: 0 });
    expect(await processWith(KEY).survey()).toMatchObject({ clear: 0, current: 4 });
    expect(await readBy(processWith(KEY))).toEqual(ALL);

    const rotating = processWith(NEW_KEY, KEY);
    expect(await rotating.survey()).toMatchObject({ current: 0, older: 4 });
    expect(await readBy(rotating)).toEqual(ALL);
    expect(await rotating.encrypt()).toMatchObject({ encrypted: 4, unchanged: 0 });
    expect(await rotating.encrypt()).toMatchObject({ encrypted: 0, unchanged: 4 });
    expect(await readBy(processWith(NEW_KEY))).toEqual(ALL);
    expect(await processWith(KEY).survey()).toMatchObject({ keyless: 4 });
  });

  it('tell their last four characters also of what cannot be read', async () => {
    await handIn(processWith(KEY));
    expect(await processWith().coral.list(test.siteId)).toMatchObject([{ hint: '1f1f' }]);
    expect(await processWith().coral.of(test.siteId)).toEqual({ readable: [], unreadable: 1 });
  });

  it('tell them also of what an older version has added without', async () => {
    await handIn(processWith());
    await test.sql('UPDATE coral_secrets SET hint = NULL');
    expect(await processWith().coral.list(test.siteId)).toMatchObject([{ hint: '1f1f' }]);
    await processWith(KEY).encrypt();
    expect(await processWith(KEY).coral.list(test.siteId)).toMatchObject([{ hint: '1f1f' }]);
  });

  it('are left as they are while their key is missing, and the others encrypted', async () => {
    await handIn(processWith(KEY));
    const before = await test.sql('SELECT * FROM coral_secrets');
    expect(await processWith(NEW_KEY).encrypt()).toEqual({
      ...{ encrypted: 1, unchanged: 0, exchanged: 0, unreadable: 3 },
    });
    expect(await test.sql('SELECT * FROM coral_secrets')).toEqual(before);
    expect(await readBy(processWith(KEY))).toEqual(ALL);
  });

  it('open in no other row of their own table', async () => {
    await handIn(processWith(KEY));
    await test.sql(`
      UPDATE site_identity_secrets AS one SET ciphertext = other.ciphertext
      FROM site_identity_secrets AS other WHERE other.id <> one.id`);
    expect(await readBy(processWith(KEY))).toEqual({ ...ALL, readers: {} });
    const rules = await processWith(KEY).readers.rulesOf(test.siteId);
    expect(rules?.unreadable).toEqual(new Set(['secret-0', 'secret-1']));
  });

  it('are encrypted by several at once, and exchanged meanwhile, without losing one', async () => {
    for (let round = 0; round < 10; round += 1) {
      await handIn(processWith());
      const exchanged = `exchanged-in-round-${round}-0123456789abcdef`;
      const change = {
        ...{ issuer: null, audience: null, jwksUrl: null },
        secrets: [{ id: 'secret-0', secret: exchanged }, { id: 'secret-1' }],
      };
      const { readers } = processWith(round % 2 === 0 ? KEY : undefined);
      await Promise.all([
        ...[0, 1, 2].map(() => processWith(KEY).encrypt()),
        readers.write(test.siteId, change),
      ]);
      expect(await readBy(processWith(KEY))).toEqual({
        ...ALL,
        readers: { 'secret-0': exchanged, 'secret-1': READERS[1] },
      });
      await processWith(KEY).encrypt();
      expect(await processWith(KEY).survey()).toMatchObject({ clear: 0, current: 4 });
      await test.sql('DELETE FROM coral_secrets');
    }
  });

  it('stand in a row once: in the clear or encrypted', async () => {
    await handIn(processWith(KEY));
    for (const statement of [
      `UPDATE coral_secrets SET secret = 'in the clear as well'`,
      'UPDATE coral_secrets SET encryption_key_id = NULL',
      `UPDATE site_identity_secrets SET secret = decode(repeat('00', 32), 'hex')`,
      'UPDATE site_identity_secrets SET ciphertext = NULL, encryption_key_id = NULL',
      'UPDATE sites SET signing_key = NULL',
    ]) {
      await expect(test.sql(statement)).rejects.toThrow('clear_or_encrypted');
    }
  });
});

describe('the migration', () => {
  it('keeps what is in the clear, and its way back is barred by what is encrypted', async () => {
    const own = await createDatabase();
    const dataSource = await new DataSource(dataSourceOptions(own.url, 2)).initialize();
    try {
      const sql = <Row>(text: string, values?: unknown[]): Promise<Row[]> =>
        dataSource.query(text, values);
      /** Takes this migration back, and before it those that came later. */
      const undo = async (): Promise<void> => {
        const latest = 'SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1';
        while ((await sql<{ name: string }>(latest))[0]?.name !== 'EncryptSecrets1795424400000') {
          // An index that was made CONCURRENTLY goes the same way.
          await dataSource.undoLastMigration({ transaction: 'none' });
        }
        await dataSource.undoLastMigration({ transaction: 'each' });
      };
      await undo();
      const [siteId, id] = [uuidv7(), uuidv7()];
      await sql(
        `INSERT INTO sites (id, name, origins, signing_key) VALUES ($1, 'A', '{}', '\\x01')`,
        [siteId],
      );
      await sql('INSERT INTO coral_secrets (id, site_id, secret) VALUES ($1, $2, $3)', [
        ...[id, siteId, CORAL],
      ]);
      await dataSource.runMigrations({ transaction: 'each' });
      const stored = () => sql('SELECT secret, ciphertext, hint FROM coral_secrets');
      expect(await stored()).toEqual([{ secret: CORAL, ciphertext: null, hint: '1f1f' }]);
      await sql(
        `UPDATE sites SET signing_key = NULL, signing_key_ciphertext = '\\x01', encryption_key_id = 'x'`,
      );
      await expect(undo()).rejects.toThrow('null values');
      await sql(
        `UPDATE sites SET signing_key = '\\x01', signing_key_ciphertext = NULL, encryption_key_id = NULL`,
      );
      await undo();
      expect(await sql('SELECT secret FROM coral_secrets')).toEqual([{ secret: CORAL }]);
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
      await own.drop();
    }
  });
});
