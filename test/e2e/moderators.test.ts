import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FirstAdmin, Invitations, SignOutListeners } from '#accounts';
import type { IssuedInvitation, ModeratorView, PendingInvitation, SessionView } from '#contract';
import { ensureSite, newSiteKeys } from '#sites';
import { firstSiteId, signIn, type TestModerator } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import type { Response } from './support/client.js';
import { Console, sessionOf } from './support/console.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const PASSWORD = 'a long enough password';

let service: TestService;
let api: Console;
let rows: Rows;
/** Every test has a site of its own. */
let site: string;

beforeAll(async () => {
  service = await startService({ worker: false });
  api = new Console(service.app);
  rows = await Rows.open(service.database.url);
});
beforeEach(async () => {
  site = await newSite();
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

async function newSite(): Promise<string> {
  const keys = newSiteKeys();
  await ensureSite(service.database.url, keys, ['*']);
  return firstSiteId({ app: service.app, keys });
}

const firstAdmin = (): FirstAdmin => service.app.get(FirstAdmin, { strict: false });
const tokenOf = (link: string | null): string => link?.split('#')[1] ?? '';
const firstToken = async (): Promise<string> => tokenOf(await firstAdmin().firstAdminLink(site));
const look = (token: string): Promise<Response> => api.post('/invitations/look', { token });
const accept = (body: object, headers = {}): Promise<Response> =>
  api.post('/invitations/accept', body, headers);
const join = (role: 'moderator' | 'lead' | 'admin'): Promise<TestModerator> =>
  signIn(service, { role, siteId: site });
const invite = async (
  by: TestModerator,
  email: string,
  role = 'moderator',
): Promise<IssuedInvitation> => {
  const response = await api.post('/moderators/invitations', { email, role, site }, by.headers);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<IssuedInvitation>();
};

describe('the link of the first admin', () => {
  const form = (email: string) => ({ email, name: 'Ada', password: PASSWORD });

  it('makes an admin, once', async () => {
    const link = await firstAdmin().firstAdminLink(site);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/console\/welcome#[\w-]{43}$/);
    const token = tokenOf(link);
    expect((await look(token)).json()).toEqual({
      site: 'First site',
      role: 'admin',
      email: null,
      expiresAt: expect.any(String),
      hasAccount: false,
    });
    const accepted = await accept({ token, ...form('first@once.example') });
    expect(accepted.json()).toMatchObject({
      moderator: { name: 'Ada', email: 'first@once.example' },
      sites: [{ id: site, role: 'admin' }],
    });
    expect(await api.sessionStatus(sessionOf(accepted))).toBe(200);
    expectProblem(
      await accept({ token, ...form('second@once.example') }),
      410,
      'INVITATION_NOT_VALID',
    );
    expectProblem(await look(token), 410, 'INVITATION_NOT_VALID');
    expect((await api.signIn('first@once.example', PASSWORD)).statusCode).toBe(200);
  });

  it('makes one admin of many who open it at once', async () => {
    const token = await firstToken();
    const many = Array.from({ length: 8 }, (_, n) =>
      accept({ token, ...form(`a${n}@race.example`) }),
    );
    const statuses = (await Promise.all(many)).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 410)]);
    const made = await rows.query(`SELECT FROM moderators WHERE email LIKE '%@race.example'`);
    expect(made).toHaveLength(1);
  });

  it('is void once a newer one is made', async () => {
    const older = await firstToken();
    const newer = await firstToken();
    expectProblem(
      await accept({ token: older, ...form('a@void.example') }),
      410,
      'INVITATION_NOT_VALID',
    );
    expect((await accept({ token: newer, ...form('a@void.example') })).statusCode).toBe(200);
  });

  it('is one also when two are made at once', async () => {
    const tokens = await Promise.all([firstToken(), firstToken(), firstToken()]);
    const valid = (await Promise.all(tokens.map(look))).filter(
      ({ statusCode }) => statusCode === 200,
    );
    expect(valid).toHaveLength(1);
  });

  it('is not made for a site with an admin, and not valid there', async () => {
    const token = await firstToken();
    await join('admin');
    expect(await firstAdmin().firstAdminLink(site)).toBeNull();
    expectProblem(await look(token), 410, 'INVITATION_NOT_VALID');
    expectProblem(
      await accept({ token, ...form('late@void.example') }),
      410,
      'INVITATION_NOT_VALID',
    );
    const without = await firstAdmin().sitesWithoutAdmin();
    expect(without.map(({ id }) => id)).not.toContain(site);
  });

  it.each([
    [{ email: undefined }, 'email', 'isDefined'],
    [{ name: undefined }, 'name', 'isDefined'],
    [{ password: undefined }, 'password', 'isDefined'],
    [{ password: 'too short' }, 'password', 'minLength'],
    [{ password: 'whole@forms.example' }, 'password', 'isNotEmail'],
    [{ name: ' ' }, 'name', 'minLength'],
    [{ email: 'x' }, 'email', 'isEmail'],
  ])('needs the whole form, and stays good meanwhile: %j', async (changes, field, rule) => {
    const token = await firstToken();
    expectBroken(await accept({ token, ...form('whole@forms.example'), ...changes }), field, rule);
    expect((await look(token)).statusCode).toBe(200);
  });

  it('takes somebody who works for another site by his password, or as he is signed in', async () => {
    const known = await signIn(service);
    const { email, password } = known;
    const token = await firstToken();
    expectProblem(await accept({ token, email, password: PASSWORD }), 401, 'SIGN_IN_FAILED');
    const accepted = await accept({ token, email, password });
    expect(accepted.json<SessionView>().sites).toHaveLength(2);
    expect(accepted.json<SessionView>().moderator.id).toBe(known.id);
    site = await newSite();
    const again = await accept({ token: await firstToken() }, known.headers);
    expect(again.json<SessionView>().sites).toHaveLength(3);
  });
});

describe('an invitation', () => {
  let admin: TestModerator;
  beforeEach(async () => {
    admin = await join('admin');
  });

  it('brings in who got it, with the role and for the site that it says', async () => {
    const invitation = await invite(admin, 'Grace@invited.example', 'lead');
    expect(invitation).toEqual({
      id: expect.any(String),
      site: 'First site',
      role: 'lead',
      email: 'Grace@invited.example',
      expiresAt: expect.any(String),
      link: expect.stringMatching(/\/console\/welcome#[\w-]{43}$/),
    });
    const days = (Date.parse(invitation.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(7, 1);
    const token = tokenOf(invitation.link);
    // The e-mail is the invitation's, whatever else is typed.
    const form = { token, email: 'mallory@invited.example', name: 'Grace', password: PASSWORD };
    expect((await accept(form)).json()).toMatchObject({
      moderator: { email: 'Grace@invited.example' },
      sites: [{ id: site, role: 'lead' }],
    });
    expectProblem(await accept(form), 410, 'INVITATION_NOT_VALID');
    expect(await rows.tablesWith(token)).toEqual([]);
  });

  it('is for one of many who accept it at once', async () => {
    const token = tokenOf((await invite(admin, 'twice@invited.example')).link);
    const form = { token, name: 'Twice', password: PASSWORD };
    const both = await Promise.all([accept(form), accept(form), accept(form)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410, 410]);
  });

  it('is listed while it is open, and can be taken back', async () => {
    const { id, link } = await invite(admin, 'open@invited.example');
    const list = async (): Promise<PendingInvitation[]> =>
      (await api.get(`/moderators/invitations?site=${site}`, admin.headers)).json();
    expect(await list()).toEqual([
      expect.objectContaining({ id, email: 'open@invited.example', invitedBy: admin.name }),
    ]);
    expect(JSON.stringify(await list())).not.toContain(tokenOf(link));
    const path = `/moderators/invitations/${id}`;
    expect((await api.remove(path, admin.headers)).statusCode).toBe(204);
    expect(await list()).toEqual([]);
    expectProblem(await look(tokenOf(link)), 410, 'INVITATION_NOT_VALID');
    expectProblem(await api.remove(path, admin.headers), 404, 'INVITATION_NOT_FOUND');
    const none = await api.remove('/moderators/invitations/x', admin.headers);
    expectProblem(none, 404, 'INVITATION_NOT_FOUND');
  });

  it('is too old after seven days', async () => {
    const { id, link } = await invite(admin, 'late@invited.example');
    await rows.query('UPDATE invitations SET expires_at = now() WHERE id = $1', [id]);
    const form = { token: tokenOf(link), name: 'Late', password: PASSWORD };
    expectProblem(await accept(form), 410, 'INVITATION_NOT_VALID');
  });

  it('takes the place of an earlier one of the same person', async () => {
    const earlier = await invite(admin, 'again@invited.example', 'admin');
    const later = await invite(admin, 'AGAIN@invited.example');
    expectProblem(await look(tokenOf(earlier.link)), 410, 'INVITATION_NOT_VALID');
    expect((await look(tokenOf(later.link))).json()).toMatchObject({ role: 'moderator' });
  });

  it('is void when who invited goes, or is admin no more', async () => {
    for (const way of ['removed', 'made a lead']) {
      const other = await join('admin');
      const { link } = await invite(other, 'door@invited.example', 'admin');
      const path = `/moderators/${other.id}?site=${site}`;
      const response =
        way === 'removed'
          ? await api.remove(path, admin.headers)
          : await api.patch(path, { role: 'lead' }, admin.headers);
      expect(response.statusCode).toBeLessThan(300);
      expectProblem(await look(tokenOf(link)), 410, 'INVITATION_NOT_VALID');
    }
  });

  it('is not made for who works for the site already', async () => {
    const { email } = await join('moderator');
    const body = { email: email.toUpperCase(), role: 'admin', site };
    const response = await api.post('/moderators/invitations', body, admin.headers);
    expectProblem(response, 409, 'EMAIL_TAKEN');
  });

  it('asks who has an account for its password, and adds the site', async () => {
    const known = await signIn(service, { role: 'lead' });
    const token = tokenOf((await invite(admin, known.email)).link);
    expect((await look(token)).json()).toMatchObject({ hasAccount: true });
    const wrong = await accept({ token, name: 'Mallory', password: PASSWORD });
    expectProblem(wrong, 401, 'SIGN_IN_FAILED');
    const { moderator, sites } = (
      await accept({ token, password: known.password })
    ).json<SessionView>();
    expect(moderator).toMatchObject({ id: known.id, name: known.name });
    expect(sites.map(({ role }) => role).sort()).toEqual(['lead', 'moderator']);
  });

  it('is accepted by who is signed in, if it is for him', async () => {
    const [known, other] = [await signIn(service), await signIn(service)];
    const token = tokenOf((await invite(admin, known.email)).link);
    expectBroken(await accept({ token }, other.headers), 'password', 'isDefined');
    const { cookie } = known.headers;
    expectBroken(await accept({ token }, { cookie }), 'password', 'isDefined');
    const accepted = await accept({ token }, known.headers);
    expect(accepted.json<SessionView>().sites).toHaveLength(2);
  });

  it('gives who works nowhere any more a new password, which is the way back in', async () => {
    const known = await join('moderator');
    await api.remove(`/moderators/${known.id}?site=${site}`, admin.headers);
    expectProblem(await api.signIn(known.email, known.password), 401, 'SIGN_IN_FAILED');
    const token = tokenOf((await invite(admin, known.email)).link);
    expect((await look(token)).json()).toMatchObject({ hasAccount: false });
    const accepted = await accept({ token, name: 'Known', password: PASSWORD });
    expect(accepted.json()).toMatchObject({ moderator: { id: known.id, name: 'Known' } });
    expect((await api.signIn(known.email, PASSWORD)).statusCode).toBe(200);
  });

  it.each(['', 'x', 'a'.repeat(43)])('is not %j', async (token) => {
    expectProblem(await look(token), 410, 'INVITATION_NOT_VALID');
    expectProblem(
      await accept({ token, name: 'A', password: PASSWORD }),
      410,
      'INVITATION_NOT_VALID',
    );
  });
});

describe('the moderators of a site', () => {
  const list = async (by: TestModerator): Promise<ModeratorView[]> =>
    (await api.get(`/moderators?site=${site}`, by.headers)).json();

  it('are seen and managed by its admins alone', async () => {
    const [admin, lead, moderator] = [
      await join('admin'),
      await join('lead'),
      await join('moderator'),
    ];
    const own = `/moderators/${moderator.id}?site=${site}`;
    for (const { headers } of [lead, moderator]) {
      const answers = await Promise.all([
        api.get(`/moderators?site=${site}`, headers),
        api.patch(own, { role: 'admin' }, headers),
        api.remove(own, headers),
        api.remove(`/moderators/${moderator.id}/sessions`, headers),
        api.get(`/moderators/invitations?site=${site}`, headers),
        api.post('/moderators/invitations', { email: 'a@b.example', role: 'admin', site }, headers),
        api.remove(`/moderators/invitations/${site}`, headers),
      ]);
      for (const answer of answers) expectProblem(answer, 403, 'ROLE_REQUIRED');
    }
    expectProblem(await api.get('/moderators'), 401, 'SESSION_REQUIRED');
    const listed = (await list(admin)).map(({ id, role, signsInWith }) => ({
      id,
      role,
      signsInWith,
    }));
    expect(listed).toEqual([
      { id: admin.id, role: 'admin', signsInWith: ['password'] },
      { id: lead.id, role: 'lead', signsInWith: ['password'] },
      { id: moderator.id, role: 'moderator', signsInWith: ['password'] },
    ]);
  });

  it('are not those of another site, whoever is admin there', async () => {
    const stranger = await join('moderator');
    const own = site;
    site = await newSite();
    const admin = await join('admin');
    expect((await list(admin)).map(({ id }) => id)).toEqual([admin.id]);
    const { headers } = admin;
    expectProblem(await api.get(`/moderators?site=${own}`, headers), 403, 'ROLE_REQUIRED');
    const path = `/moderators/${stranger.id}`;
    for (const change of [
      await api.patch(path, { role: 'admin' }, headers),
      await api.remove(path, headers),
      await api.remove(`${path}/sessions`, headers),
      await api.remove('/moderators/x', headers),
    ]) {
      expectProblem(change, 404, 'MODERATOR_NOT_FOUND');
    }
    const there = await api.remove(`${path}?site=${own}`, headers);
    expectProblem(there, 403, 'ROLE_REQUIRED');
    expect(await api.sessionStatus(stranger.headers)).toBe(200);
  });

  it('get another role at once', async () => {
    const [admin, other] = [await join('admin'), await join('moderator')];
    const changed = await api.patch(`/moderators/${other.id}`, { role: 'admin' }, admin.headers);
    expect(changed.json()).toMatchObject({ id: other.id, role: 'admin' });
    expect((await list(other)).length).toBe(2);
    await api.patch(`/moderators/${other.id}`, { role: 'lead' }, admin.headers);
    expectProblem(await api.get('/moderators', other.headers), 403, 'ROLE_REQUIRED');
    const wrong = await api.patch(`/moderators/${other.id}`, { role: 'owner' }, admin.headers);
    expectBroken(wrong, 'role', 'isIn');
  });

  it('always have an admin among them', async () => {
    const admin = await join('admin');
    const own = `/moderators/${admin.id}`;
    expectProblem(await api.patch(own, { role: 'lead' }, admin.headers), 409, 'LAST_ADMIN');
    expectProblem(await api.remove(own, admin.headers), 409, 'LAST_ADMIN');
    const second = await join('admin');
    expect((await api.patch(own, { role: 'lead' }, second.headers)).statusCode).toBe(200);
  });

  it('have one left of many admins who all go at once', async () => {
    const admins = await Promise.all(Array.from({ length: 5 }, () => join('admin')));
    const gone = await Promise.all(
      admins.map(({ id, headers }, n) => {
        const path = `/moderators/${id}?site=${site}`;
        return n % 2 === 0
          ? api.remove(path, headers)
          : api.patch(path, { role: 'moderator' }, headers);
      }),
    );
    const statuses = gone.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 409)).toHaveLength(1);
    const left = await rows.query(`SELECT FROM memberships WHERE site_id = $1 AND role = 'admin'`, [
      site,
    ]);
    expect(left).toHaveLength(1);
  });

  it('are signed out when they are removed, and by an admin, everywhere', async () => {
    const told: string[] = [];
    const listeners = service.app.get(SignOutListeners, { strict: false });
    listeners.onSignOut((id) => Promise.resolve(void told.push(id)));
    const [admin, one, two] = [await join('admin'), await join('moderator'), await join('lead')];
    const elsewhere = sessionOf(await api.signIn(one.email, one.password));
    const signedOut = await api.remove(`/moderators/${one.id}/sessions`, admin.headers);
    expect(signedOut.statusCode).toBe(204);
    for (const session of [one.headers, elsewhere]) {
      expect(await api.sessionStatus(session)).toBe(401);
    }
    expect((await api.signIn(one.email, one.password)).statusCode).toBe(200);
    expect((await api.remove(`/moderators/${two.id}`, admin.headers)).statusCode).toBe(204);
    expect(await api.sessionStatus(two.headers)).toBe(401);
    expect(told).toEqual([one.id, two.id]);
    expect((await list(admin)).map(({ id }) => id).sort()).toEqual([admin.id, one.id].sort());
  });
});

it('leaves a trail of who invited, joined, changed, signed out and removed whom, without e-mails', async () => {
  const admin = await join('admin');
  const issued = await invite(admin, 'trail@invited.example');
  const revoked = await invite(admin, 'trail-two@invited.example');
  const accepted = await accept({ token: tokenOf(issued.link), name: 'T', password: PASSWORD });
  const { id } = accepted.json<SessionView>().moderator;
  await api.patch(`/moderators/${id}`, { role: 'lead' }, admin.headers);
  await api.patch(`/moderators/${id}`, { role: 'lead' }, admin.headers);
  await api.remove(`/moderators/${id}/sessions`, admin.headers);
  await api.remove(`/moderators/${id}`, admin.headers);
  await api.remove(`/moderators/invitations/${revoked.id}`, admin.headers);
  const trail = await rows.query(
    `SELECT actor, actor_id AS by, action, subject_id AS whom, before, after FROM audit_events
     WHERE site_id = $1 ORDER BY id`,
    [site],
  );
  const by = { actor: 'moderator', by: admin.id, before: null, after: null };
  const itself = (action: string, role: string) => ({ ...by, action, after: { role } });
  expect(trail).toEqual([
    {
      ...itself('moderator.invited', 'admin'),
      actor: 'system',
      by: null,
      whom: expect.any(String),
    },
    { ...itself('moderator.joined', 'admin'), whom: admin.id },
    { ...itself('moderator.invited', 'moderator'), whom: issued.id },
    { ...itself('moderator.invited', 'moderator'), whom: revoked.id },
    { ...itself('moderator.joined', 'moderator'), by: id, whom: id },
    { ...itself('moderator.role-changed', 'lead'), whom: id, before: { role: 'moderator' } },
    { ...by, action: 'moderator.signed-out', whom: id },
    { ...by, action: 'moderator.removed', whom: id, before: { role: 'lead' } },
    { ...by, action: 'moderator.invitation-revoked', whom: revoked.id },
  ]);
});

describe('somebody with two sites', () => {
  it('has a role on each, and says which one he means', async () => {
    const admin = await join('admin');
    const first = site;
    site = await newSite();
    const issued = await service.app
      .get(Invitations, { strict: false })
      .issue({ siteId: site, role: 'moderator', email: admin.email, invitedBy: null });
    await accept({ token: issued.token }, admin.headers);
    const session = (await api.get('/session', admin.headers)).json<SessionView>();
    expect(Object.fromEntries(session.sites.map(({ id, role }) => [id, role]))).toEqual({
      [first]: 'admin',
      [site]: 'moderator',
    });
    expect((await api.get('/moderators', admin.headers)).statusCode).toBe(200);
    expectProblem(await api.get(`/moderators?site=${site}`, admin.headers), 403, 'ROLE_REQUIRED');
    await rows.query(`UPDATE memberships SET role = 'admin' WHERE site_id = $1`, [site]);
    expectBroken(await api.get('/moderators', admin.headers), 'site', 'isDefined');
    expectBroken(await api.get('/moderators?site=x', admin.headers), 'site', 'isUuid');
    expect((await api.get(`/moderators?site=${site}`, admin.headers)).statusCode).toBe(200);
  });
});
