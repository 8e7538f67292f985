import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Invitations } from '#accounts';
import type { ModeratorView } from '#contract';
import { firstSiteId } from '../harness/moderators.js';
import { CLIENT, OpenIdProviderServer } from '../harness/openid-provider.js';
import { freePort } from '../harness/processes.js';
import { describeWith, needs } from '../harness/requirements.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { shown } from './support/desk-page.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

describeWith(needs.chromium, 'signing in with the newsroom’s own accounts', () => {
  let browser: Browser;
  let provider: OpenIdProviderServer;
  let stage: ConsoleStage;

  beforeAll(async () => {
    browser = await openChromium();
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    // Another site to the browser, as providers are: nothing of ours comes with the way back but what may.
    provider = await OpenIdProviderServer.start(
      `${address}/v1/session/openid/callback`,
      'localhost',
    );
    stage = await startConsoleStage({
      port,
      settings: {
        PUBLIC_URL: address,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_NAME: 'The Example Times',
      },
    });
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
    await provider.stop();
  });

  const open = (): Promise<WatchedPage> => openPage(browser, stage.address, null);

  async function invite(email: string): Promise<void> {
    const siteId = await firstSiteId(stage.service);
    const invitations = stage.service.app.get(Invitations, { strict: false });
    await invitations.issue({ siteId, role: 'moderator', email, invitedBy: null });
  }

  /** Goes through the pages of the provider, from the button to the way back. */
  async function goThrough(page: Page, login: string): Promise<void> {
    await page.getByRole('link', { name: 'The Example Times' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator('[name=login]').fill(login);
    await page.locator('[name=password]').fill('any');
    await page.getByRole('button').click();
    await page.waitForURL((url) => /\/interaction\/|\/console/.test(url.pathname));
    const consent = page.getByRole('button', { name: 'Continue' });
    if (page.url().startsWith(provider.issuer)) await consent.click();
  }

  it('leads from the button to the queue, as who the provider says it is', async () => {
    const email = 'invited@courier.example';
    await invite(email);
    provider.people.set('invited', { email, email_verified: true, name: 'Moderator' });
    await stage.post([{ body: 'Waits for whoever comes.' }]);
    const { page, close } = await open();
    await page.goto(`${stage.address}/console/`);
    await goThrough(page, 'invited');
    await shown(page, 'Waits for whoever comes.');
    const site = stage.session.sites[0]!.id;
    const team = await stage.admin.send<ModeratorView[]>('GET', `/moderators?site=${site}`);
    const member = team.find((one) => one.email === email);
    expect(member).toMatchObject({ name: 'Moderator', signsInWith: ['openid'] });
    await page.reload();
    await shown(page, 'Waits for whoever comes.');
    await close();
  });

  it('says why not to somebody whom nobody has invited, and lets them try again', async () => {
    provider.people.set('stranger', { email: 'stranger@courier.example', email_verified: true });
    const { page, close } = await open();
    await page.goto(`${stage.address}/console/sign-in`);
    await goThrough(page, 'stranger');
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/sign-in');
    await page.getByRole('link', { name: 'The Example Times' }).waitFor();
    await page.getByLabel('E-mail').waitFor();
    await close();
  });
});
