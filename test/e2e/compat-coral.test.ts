import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CoralSecrets } from '#integrations';
import { firstSiteId, signIn } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { Client, type Response } from './support/client.js';

const CIVIL = 'The council will vote on the new cycle lane next Tuesday.';
// Moderato remembers what it was asked about: the same text by three authors is a campaign.
const TRAIN = 'Does anybody know whether the evening train still stops at the old harbor?';
const BREAD = 'My grandmother baked her own bread every Sunday and gave half of it away.';
const RUDE = 'You are a worthless idiot and everybody hates you.';
const SPAM =
  'Earn $5000 a week working from home! Click <a href="https://cash.example/">this</a> or write to me on WhatsApp +1 555 010 9999.';
const [OLD, NEW] = [0, 1].map(() => `empsec_${randomBytes(34).toString('hex')}`) as [
  string,
  string,
];

let service: TestService;
let client: Client;
let url: string;
let siteId: string;
let by: string;
beforeAll(async () => {
  service = await startService();
  client = new Client(service);
  url = `/compat/${service.keys.publicKey}/coral/phase`;
  siteId = await firstSiteId(service);
  by = (await signIn(service, { role: 'lead' })).id;
  for (const secret of [OLD, NEW]) await secrets().add({ siteId, secret, by });
});
afterAll(() => service.stop());

const secrets = (): CoralSecrets => service.app.get(CoralSecrets, { strict: false });

let asked = 0;
/** A request as Coral writes it, of an author of its own, so that comments are no repeats of each other. */
function request(body: string, changes: Record<string, unknown> = {}): string {
  asked += 1;
  const asking = {
    ...{ action: 'NEW', comment: { body, parentID: null } },
    author: { id: `author-${asked}`, role: 'COMMENTER' },
    story: { id: 'story-1', url: 'https://news.example/story-1' },
    ...{ site: { id: 'site-1' }, tenantID: 'tenant-1', tenantDomain: 'coral.example' },
  };
  return JSON.stringify({ ...asking, ...changes }, null, 2);
}
const signature = (payload: string, ...keys: string[]): string =>
  keys.map((key) => `sha256=${createHmac('sha256', key).update(payload).digest('hex')}`).join(',');

function send(payload: string, signed: string | null, to = url): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(signed !== null && { 'x-coral-signature': signed }),
  };
  return client.send({ method: 'POST', url: to, payload, headers });
}
const answered = async (payload: string): Promise<unknown> => {
  const response = await send(payload, signature(payload, NEW));
  expect(response.statusCode).toBe(200);
  return response.json();
};

describe('Coral’s external moderation phase', () => {
  it('says nothing of what passes, so that Coral’s own phases go on', async () => {
    expect(await answered(request(`<div>${CIVIL}</div>`))).toEqual({});
    const payload = request(CIVIL);
    expect((await send(payload, signature(payload, NEW))).body).toBe('{}');
  });

  it('withholds what is toxic, and what is spam, each with its flag', async () => {
    const flagged = (reason: string) => ({
      status: 'SYSTEM_WITHHELD',
      actions: [{ actionType: 'FLAG', reason }],
    });
    expect(await answered(request(`<div>${RUDE}</div>`))).toEqual(
      flagged('COMMENT_DETECTED_TOXIC'),
    );
    expect(await answered(request(SPAM))).toEqual(flagged('COMMENT_DETECTED_SPAM'));
  });

  it('sees words that markup splits, and where links lead', async () => {
    const split = RUDE.replace('idiot', 'id<b>io</b>t');
    expect(await answered(request(split))).toMatchObject({ status: 'SYSTEM_WITHHELD' });
    const links = [1, 2, 3].map((n) => `<a href="https://a${n}.example/">look</a>`).join(' ');
    expect(await answered(request(links))).toMatchObject({
      actions: [{ reason: 'COMMENT_DETECTED_SPAM' }],
    });
  });

  it('judges a new version as it does a new comment, and no pictures without words', async () => {
    const author = { author: { id: 'editor', role: 'COMMENTER' } };
    expect(await answered(request(TRAIN, author))).toEqual({});
    const edited = { ...author, action: 'EDIT' };
    expect(await answered(request(`${TRAIN} Good.`, edited))).toEqual({});
    expect(await answered(request(RUDE, edited))).toMatchObject({ status: 'SYSTEM_WITHHELD' });
    expect(await answered(request('<div><br></div>'))).toEqual({});
  });

  it('keeps to the site’s policy', async () => {
    const policy = { mode: 'review-first', words: { banned: ['turnip'] } };
    expect((await client.put('/v1/policy', policy)).statusCode).toBe(200);
    expect(await answered(request('What a turnip.'))).toEqual({ status: 'REJECTED' });
    expect(await answered(request(BREAD))).toEqual({ status: 'PREMOD' });
    expect((await client.put('/v1/policy', {})).statusCode).toBe(200);
  });

  it('answers within the 200 ms that Coral may be told to wait, once the checks are loaded', async () => {
    const took: number[] = [];
    for (let n = 0; n < 21; n += 1) {
      const before = performance.now();
      await answered(request(`${CIVIL} (${n})`));
      took.push(performance.now() - before);
    }
    expect(took.toSorted((a, b) => a - b)[10]).toBeLessThan(200);
  });
});

describe('the signature', () => {
  it('counts by any of the secrets, while Coral signs with two', async () => {
    const payload = request(CIVIL);
    for (const signed of [
      ...[signature(payload, OLD), signature(payload, NEW)],
      ...[signature(payload, 'gone', NEW), signature(payload, OLD, 'not here yet')],
      signature(payload, NEW).replace('sha256=', ' sha256=').toUpperCase().replace('SHA', 'sha'),
    ]) {
      expect((await send(payload, signed)).statusCode).toBe(200);
    }
  });

  it('does not count when it is missing, malformed, another’s, or of another body', async () => {
    const payload = request(CIVIL);
    const right = signature(payload, NEW);
    const changed = payload.replace('council', 'councii');
    const respaced = JSON.stringify(JSON.parse(payload));
    for (const [body, signed] of [
      [payload, null],
      [payload, ''],
      [payload, right.slice(0, -1)],
      [payload, right.slice('sha256='.length)],
      [payload, signature(payload, 'somebody else’s')],
      [payload, signature(payload, '')],
      [changed, right],
      [respaced, right],
      [`${payload} `, right],
    ] as const) {
      const refused = await send(body, signed);
      expect(refused.statusCode).toBe(401);
      expect(refused.json()).toMatchObject({ code: 'CORAL_SIGNATURE_WRONG' });
    }
  });

  it('counts no longer, two seconds after its secret was removed', async () => {
    const secret = `empsec_${randomBytes(34).toString('hex')}`;
    const { id } = await secrets().add({ siteId, secret, by });
    const payload = request(CIVIL);
    const statusIs = (status: number): Promise<boolean> =>
      until(async () => (await send(payload, signature(payload, secret))).statusCode === status, {
        what: `the answer ${status}`,
      });
    await statusIs(200);
    await secrets().remove(id, [siteId], by);
    await statusIs(401);
  });

  it('is of the site in the address and of no other', async () => {
    const payload = request(CIVIL);
    const elsewhere = '/compat/pk_nobody/coral/phase';
    const refused = await send(payload, signature(payload, NEW), elsewhere);
    expect(refused.statusCode).toBe(401);
    expect(refused.json()).toMatchObject({ code: 'SITE_KEY_UNKNOWN' });
  });

  it.each([
    ['action', { action: 'DELETE' }],
    ['comment.body', { comment: null }],
    ['comment.body', { comment: { body: 7 } }],
  ])('does not make up for a wrong %s', async (field, changes) => {
    const payload = request(CIVIL, changes);
    const refused = await send(payload, signature(payload, NEW));
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ errors: [{ field }] });
  });
});
