import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { Secrets } from '#encryption';
import { CoralSecrets } from '#integrations';
import { v7 as uuidv7 } from 'uuid';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const [FIRST, SECOND] = ['1f'.repeat(32), '2e'.repeat(32)] as const;

let test: TestSession;
let by: string;
beforeAll(async () => {
  test = await openTestSession();
  by = uuidv7();
  await test.sql(
    `INSERT INTO moderators (id, name, email) VALUES ($1, 'Ada', 'ada@news.example')`,
    [by],
  );
});
afterAll(() => test.close());

/** A site of the test's own, for tests do not share secrets. */
async function aSite(): Promise<string> {
  const siteId = uuidv7();
  const [row] = await test.sql<{ signing_key: Buffer }>('SELECT signing_key FROM sites LIMIT 1');
  await test.sql(`INSERT INTO sites (id, name, origins, signing_key) VALUES ($1, 'B', '{*}', $2)`, [
    siteId,
    row?.signing_key,
  ]);
  return siteId;
}
/** As another process sees them, which remembers nothing. */
const fresh = (): CoralSecrets => new CoralSecrets(test.database, new Secrets(loadConfig({})));
const goodOf = async (siteId: string): Promise<readonly string[]> =>
  (await fresh().of(siteId)).readable;

describe('the secrets of a site’s Coral', () => {
  it('are told by their last four characters alone, in the list as in the audit trail', async () => {
    const siteId = await aSite();
    const added = await fresh().add({ siteId, secret: ` ${FIRST}\n`, by });
    expect(await fresh().list(siteId)).toEqual([added]);
    expect(added).toMatchObject({ hint: '1f1f' });
    expect(await goodOf(siteId)).toEqual([FIRST]);
    await fresh().remove(added.id, [siteId], by);
    expect(await goodOf(siteId)).toEqual([]);
    const trail = await test.sql('SELECT * FROM audit_events WHERE site_id = $1 ORDER BY id', [
      siteId,
    ]);
    expect(trail).toMatchObject([
      { action: 'coral-secret.added', actor_id: by, subject_id: added.id, after: { hint: '1f1f' } },
      { action: 'coral-secret.removed', actor_id: by, before: { hint: '1f1f' }, after: null },
    ]);
    expect(JSON.stringify(trail)).not.toContain(FIRST);
  });

  it('are two while one takes the other’s place, the latest first', async () => {
    const siteId = await aSite();
    for (const secret of [FIRST, SECOND]) await fresh().add({ siteId, secret, by });
    expect(await goodOf(siteId)).toEqual([SECOND, FIRST]);
    expect((await fresh().list(siteId)).map(({ hint }) => hint)).toEqual(['2e2e', '1f1f']);
  });

  it('are each site’s own, and are removed by nobody of another one', async () => {
    const [mine, other] = [await aSite(), await aSite()];
    const { id } = await fresh().add({ siteId: mine, secret: FIRST, by });
    await fresh().add({ siteId: other, secret: FIRST, by });
    await expect(fresh().remove(id, [other], by)).rejects.toMatchObject({
      code: 'CORAL_SECRET_NOT_FOUND',
    });
    await fresh().remove(id, [other, mine], by);
    await expect(fresh().remove(id, [mine], by)).rejects.toMatchObject({
      code: 'CORAL_SECRET_NOT_FOUND',
    });
    expect([await goodOf(mine), await goodOf(other)]).toEqual([[], [FIRST]]);
  });

  it.each([
    ['minLength', 'short'],
    ['maxLength', 'x'.repeat(257)],
    ['isSecret', 'with blanks in its middle'],
  ])('are refused by %s, without repeating them', async (rule, secret) => {
    const adding = fresh().add({ siteId: await aSite(), secret, by });
    const refused: unknown = await adding.catch((error: unknown) => error);
    expect(refused).toMatchObject({ errors: [{ field: 'secret', rule }] });
    expect(String(refused)).not.toContain(secret);
  });

  it('are refused twice, and beyond ten, also when many add at the same time', async () => {
    const siteId = await aSite();
    await fresh().add({ siteId, secret: FIRST, by });
    await expect(fresh().add({ siteId, secret: FIRST, by })).rejects.toMatchObject({
      errors: [{ rule: 'isNew' }],
    });
    const adding = Array.from({ length: 12 }, (_, n) =>
      fresh().add({ siteId, secret: `secret-number-${n}-of-them`, by }),
    );
    const refused = (await Promise.allSettled(adding)).flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ errors: [{ rule: 'maximum' }] });
    expect(await goodOf(siteId)).toHaveLength(10);
  });
});
