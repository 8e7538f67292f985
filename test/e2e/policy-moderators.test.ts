import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Invitations } from '#accounts';
import type { AuditPage, PolicyInForce, PolicyVersionPage, Role, WrittenPolicy } from '#contract';
import { DEFAULT_POLICY } from '#moderation';
import { signIn } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { Client, json, type Headers, type Response } from './support/client.js';
import { Desk, siteIdOf } from './support/desk.js';
import { expectBroken, expectProblem } from './support/problems.js';

const POLICY = '/v1/policy';
const VERSIONS = '/v1/policy/versions';

let service: TestService;
/** Every test has a site of its own, so that its versions begin at 0. */
let client: Client;
let siteId: string;
let lead: Desk;
beforeAll(async () => {
  service = await startService({ worker: false });
});
beforeEach(async () => {
  client = await new Client(service).anotherSite();
  siteId = await siteIdOf(service, client);
  lead = await join('lead');
});
afterAll(() => service.stop());

const join = (role: Role): Promise<Desk> => Desk.open(service, role, { siteId });
const write = (by: Desk, policy: object, headers: Headers = {}, url = POLICY): Promise<Response> =>
  client.send({
    method: 'PUT',
    url,
    payload: policy,
    headers: json({ ...by.headers, ...headers }),
  });
const withdraw = (by: Desk, url = POLICY): Promise<Response> =>
  client.send({ method: 'DELETE', url, headers: by.headers });
const version = async (): Promise<number> => (await lead.read<PolicyInForce>(POLICY)).version;

describe('who is signed in', () => {
  it.each<[Role, read: number, write: number]>([
    ['moderator', 200, 403],
    ['lead', 200, 200],
    ['admin', 200, 200],
  ])('as %s gets %i for reading and %i for writing', async (role, read, written) => {
    const desk = await join(role);
    const response = await desk.get(POLICY);
    expect(response.statusCode).toBe(read);
    expect(response.headers).toMatchObject({ etag: '"0"', 'cache-control': 'no-store' });
    expect(response.json()).toMatchObject({ version: 0, policy: DEFAULT_POLICY });
    expect((await desk.get(VERSIONS)).statusCode).toBe(read);
    expect((await desk.get(`${VERSIONS}/0`)).json()).toMatchObject({ policy: DEFAULT_POLICY });
    const responses = [await write(desk, { mode: 'closed' }), await withdraw(desk)];
    for (const answer of responses) {
      if (written === 403) expectProblem(answer, 403, 'ROLE_REQUIRED');
      else expect(answer.statusCode, answer.body).toBe(written);
    }
    expect((await lead.read<PolicyVersionPage>(VERSIONS)).versions).toHaveLength(
      written === 403 ? 0 : 2,
    );
  });

  it('writes nothing without the proof that the console sent it', async () => {
    const { cookie } = lead.headers as { cookie: string };
    for (const proof of [{}, { 'x-csrf-token': 'x'.repeat(43) }] as Headers[]) {
      const headers = json({ cookie, ...proof });
      const put = { method: 'PUT', url: POLICY, payload: { mode: 'closed' }, headers } as const;
      expectProblem(await client.send(put), 403, 'CSRF_TOKEN_WRONG');
      const remove = { method: 'DELETE', url: POLICY, headers: { cookie, ...proof } } as const;
      expectProblem(await client.send(remove), 403, 'CSRF_TOKEN_WRONG');
    }
    expect(await version()).toBe(0);
  });

  it('cannot use a page of another origin', async () => {
    const headers = { ...lead.headers, origin: 'https://elsewhere.example' };
    expectProblem(await client.get(POLICY, headers), 403, 'ORIGIN_NOT_ALLOWED');
    expectProblem(await write(lead, {}, headers), 403, 'ORIGIN_NOT_ALLOWED');
  });

  it('reaches the sites of theirs alone', async () => {
    const other = await new Client(service).anotherSite();
    const site = await siteIdOf(service, other);
    expectProblem(await lead.get(POLICY, { site }), 403, 'ROLE_REQUIRED');
    const put = await write(lead, {}, {}, `${POLICY}?site=${site}`);
    expectProblem(put, 403, 'ROLE_REQUIRED');
    expectProblem(await lead.get(VERSIONS, { site }), 403, 'ROLE_REQUIRED');
    expectProblem(await lead.get(`${VERSIONS}/1`, { site }), 403, 'ROLE_REQUIRED');
  });

  it('names the site where there are several, and leads only where they are lead', async () => {
    const other = await new Client(service).anotherSite();
    const second = await siteIdOf(service, other);
    const { email, headers } = await signIn(service, { role: 'moderator', siteId });
    const invitations = service.app.get(Invitations, { strict: false });
    const invitation = { siteId: second, role: 'lead', email, invitedBy: null } as const;
    const payload = { token: (await invitations.issue(invitation)).token };
    const url = '/v1/invitations/accept';
    const accepted = await client.send({ method: 'POST', url, payload, headers: json(headers) });
    expect(accepted.statusCode, accepted.body).toBe(200);
    const get = (query: string) => client.get(`${POLICY}${query}`, headers);
    const put = (site: string) => client.put(`${POLICY}?site=${site}`, { nudge: true }, headers);
    expectBroken(await get(''), 'site', 'isDefined');
    expect((await get(`?site=${siteId}`)).statusCode).toBe(200);
    expect((await get(`?site=${second}`)).statusCode).toBe(200);
    expectBroken(await get('?site=nonsense'), 'site', 'isUuid');
    expectProblem(await put(siteId), 403, 'ROLE_REQUIRED');
    expect((await put(second)).statusCode).toBe(200);
    expect(await version()).toBe(0);
  });

  it('is somebody else than the secret key, which goes first', async () => {
    const headers = { ...client.site, ...(await join('moderator')).headers };
    const response = await client.put(POLICY, { mode: 'closed' }, headers);
    expect(response.statusCode, response.body).toBe(200);
    const other = await siteIdOf(service, await new Client(service).anotherSite());
    const elsewhere = await client.get(`${POLICY}?site=${other}`, client.site);
    expectProblem(elsewhere, 403, 'SECRET_KEY_OF_ANOTHER_SITE');
    expect((await client.get(`${POLICY}?site=${siteId}`, client.site)).statusCode).toBe(200);
  });
});

describe('a lead', () => {
  it('is told the field and the rule of what is refused', async () => {
    const refused = await write(lead, { thresholds: { spam: { hold: 2 } } });
    expectBroken(refused, 'thresholds.spam.hold', 'max');
    expectBroken(await write(lead, { words: { banned: ['...'] } }), 'words.banned', 'isWordList');
    expect(await version()).toBe(0);
  });

  it('overwrites nothing that another lead has written meanwhile', async () => {
    const second = await join('lead');
    const seen = { 'if-match': '"0"' };
    const [one, two] = await Promise.all([
      write(lead, { mode: 'closed' }, seen),
      write(second, { nudge: true }, seen),
    ]);
    const [first, late] = one.statusCode === 200 ? [one, two] : [two, one];
    expect(first.headers.etag).toBe('"1"');
    expectProblem(late, 412, 'POLICY_CHANGED');
    expect(await lead.read(POLICY)).toEqual(first.json());
  });

  it('stands in the trail with the versions before and after', async () => {
    await write(lead, { mode: 'closed' });
    await write(lead, { mode: 'closed' }, {}, `${POLICY}?section=sport`);
    await withdraw(lead, `${POLICY}?section=sport`);
    const { entries } = await lead.read<AuditPage>('/v1/audit');
    const by = { id: lead.id, name: lead.name };
    const told = entries.map(({ action, actor, by: who, subject, before, after }) => {
      return { action, actor, by: who, section: subject.id, before, after };
    });
    const of = (action: string, section: string, from: number, to: number) => ({
      ...{ action: `policy.${action}`, actor: 'moderator', by, section },
      ...{ before: { version: from }, after: { version: to } },
    });
    expect(told.slice(0, 3)).toEqual([
      of('withdrawn', 'sport', 2, 1),
      of('written', 'sport', 1, 2),
      of('written', '', 0, 1),
    ]);
  });
});

describe('earlier versions', () => {
  it('are listed over all sections, newest first, with who wrote them', async () => {
    await client.put(POLICY, { mode: 'review-first' });
    await write(lead, { mode: 'closed' }, {}, `${POLICY}?section=sport`);
    await withdraw(lead, `${POLICY}?section=sport`);
    const { versions, next } = await lead.read<PolicyVersionPage>(VERSIONS);
    const by = { id: lead.id, name: lead.name };
    expect(versions).toEqual([
      { version: 3, section: 'sport', by, withdrawn: true, at: expect.any(String) },
      { version: 2, section: 'sport', by, withdrawn: false, at: expect.any(String) },
      { version: 1, section: null, by: null, withdrawn: false, at: expect.any(String) },
    ]);
    expect(next).toBeNull();
    expect((await client.get(VERSIONS, client.site)).json()).toEqual({ versions, next });
  });

  it('come in pages that leave none out', async () => {
    for (let n = 0; n < 5; n += 1) await write(lead, { links: { maximum: n } });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page: PolicyVersionPage = await lead.read(VERSIONS, { limit: 2, cursor });
      seen.push(...page.versions.map((one) => one.version));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([5, 4, 3, 2, 1]);
    for (const wrong of ['0', 'x', '99999999999']) {
      expect((await lead.get(VERSIONS, { cursor: wrong })).json()).toMatchObject({
        code: 'VALIDATION_FAILED',
        errors: [{ field: 'cursor' }],
      });
    }
  });

  it('can be written anew, as a version of their own', async () => {
    await write(lead, { mode: 'closed', words: { banned: ['turnip'] } });
    await write(lead, {});
    const old = await lead.read<WrittenPolicy>(`${VERSIONS}/1`);
    expect(old).toMatchObject({ version: 1, withdrawn: false, by: { name: lead.name } });
    const written = await write(lead, old.policy!, { 'if-match': '"2"' });
    expect(written.json()).toMatchObject({ version: 3, policy: old.policy });
  });

  it('that were withdrawn say nothing, and those that never were are not found', async () => {
    await withdraw(lead);
    expect(await lead.read(`${VERSIONS}/1`)).toMatchObject({ withdrawn: true, policy: null });
    for (const wrong of ['2', 'x', '-1', '99999999999']) {
      expectProblem(await lead.get(`${VERSIONS}/${wrong}`), 404, 'POLICY_VERSION_NOT_FOUND');
    }
  });
});
