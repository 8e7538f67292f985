import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditPage, SiteKey, SiteSettingsView } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import { axeFindings } from './support/axe.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { addSite } from './support/second-site.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

const SECRET = /^sk_[0-9a-f]{64}$/;

describeWith(needs.chromium, 'the page of the site', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  beforeAll(async () => {
    browser = await openChromium();
    stage = await startConsoleStage();
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  const open = async (options: BrowserContextOptions = {}): Promise<WatchedPage> => {
    const watched = await openPage(browser, stage.address, stage.admin, options);
    await watched.page.goto(`${stage.address}/console/site`);
    await watched.page.locator('main textarea').waitFor();
    await watched.page.locator('main li code').first().waitFor();
    return watched;
  };
  const section = (page: Page, name: string): Locator => page.getByRole('region', { name });
  /** The public key that was made last. */
  const newest = async (): Promise<string> => {
    const keys = await stage.admin.send<SiteKey[]>('GET', '/site/keys');
    return keys.find(({ kind }) => kind === 'public')?.publicKey ?? '';
  };
  const make = async (page: Page, kind: 'public' | 'secret'): Promise<string> => {
    await page.getByRole('button', { name: `Make a ${kind} key` }).click();
    if (kind === 'secret') return page.getByLabel('New secret key').inputValue();
    await page.getByText('The new key is in force').waitFor();
    const key = await newest();
    await page.getByRole('button', { name: `Revoke ${key}` }).waitFor();
    return key;
  };
  const revoke = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  };
  const read = (): Promise<SiteSettingsView> => stage.admin.send('GET', '/site');
  const status = async (headers: Record<string, string>, path = '/policy'): Promise<number> =>
    (await fetch(`${stage.address}/v1${path}`, { headers })).status;
  const settings = (page: Page): Locator => section(page, 'Name and origins');

  it('makes a secret key that works, shows it once, and ends it once one is sure', async () => {
    const { page, expectQuiet, close } = await open();
    const secrets = section(page, 'Secret keys');
    await secrets.getByText('the only one in force: make another').waitFor();
    expect(await secrets.getByRole('button', { name: /^Revoke/ }).count()).toBe(0);
    const key = await make(page, 'secret');
    expect(key).toMatch(SECRET);
    const asSite = { authorization: `Bearer ${key}` };
    expect(await status(asSite)).toBe(200);
    await secrets.getByText('Copy this key now').waitFor();
    const name = `sk_…${key.slice(-4)}`;
    await secrets.getByText(name, { exact: true }).first().waitFor();
    expectQuiet();
    await page.reload();
    const row = secrets.locator('li', { hasText: name });
    await row.getByText('made by Admin').waitFor();
    await row.getByText('last used').waitFor();
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('within the last ten minutes').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await status(asSite)).toBe(200);
    await revoke(page, name);
    await page.getByText('The key was revoked.').first().waitFor();
    await until(async () => (await status(asSite)) === 401, { what: 'the end of the key' });
    await secrets.getByText('the only one in force: make another').waitFor();
    await page.getByText('A revoked key').click();
    await page.locator('details li', { hasText: name }).getByText('revoked by Admin').waitFor();
    const { entries } = await stage.admin.send<AuditPage>('GET', '/audit?limit=2');
    expect(entries.map(({ action }) => action)).toEqual(['site-key.revoked', 'site-key.issued']);
    await page.goto(`${stage.address}/console/audit`);
    await page.locator('main li', { hasText: 'revoked a key of the site' }).first().waitFor();
    expectQuiet();
    await close();
  });

  it('exchanges the public key, whole and ready to be copied', async () => {
    const { page, expectQuiet, close } = await open({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const old = stage.service.keys.publicKey;
    const key = await make(page, 'public');
    expect(key).toMatch(/^pk_[0-9a-f]{24}$/);
    await page.getByRole('button', { name: `Copy ${old}` }).click();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(old);
    const counts = '/counts?article=a';
    expect(await status({ 'x-site-key': key }, counts)).toBe(200);
    expect(await status({ 'x-site-key': old }, counts)).toBe(200);
    // Kept by the other tests of this stage.
    await revoke(page, key);
    await until(async () => (await status({ 'x-site-key': key }, counts)) === 401, {
      what: 'the end of the key',
    });
    await page.getByText('The new key is in force').waitFor({ state: 'detached' });
    expect(await status({ 'x-site-key': old }, counts)).toBe(200);
    expectQuiet();
    await close();
  });

  it('changes name and origins, and says what is none and what was meant', async () => {
    const { page, expectQuiet, close } = await open();
    const form = settings(page);
    const save = form.getByRole('button', { name: 'Save' });
    const origins = form.getByLabel('Origins');
    expect(await save.isDisabled()).toBe(true);
    await form.getByText('* lets every page on the internet').waitFor();
    await origins.fill('https://courier.example/\nhttp://www.courier.example\nhttps://*.example');
    await save.click();
    await form.getByText('3 lines are no origin').waitFor();
    expect((await read()).origins).toEqual(['*']);
    await form.getByRole('button', { name: 'Use https://courier.example' }).click();
    await form.getByRole('button', { name: 'Use https://www.courier.example' }).click();
    await form.getByText('Has to name one host').waitFor();
    await origins.fill((await origins.inputValue()).replace('\nhttps://*.example', ''));
    await form.getByLabel('Name').fill('The Courier');
    await save.click();
    await page.getByText('Saved. In force within two seconds.').first().waitFor();
    expect(await read()).toMatchObject({
      ...{ name: 'The Courier' },
      origins: ['https://courier.example', 'https://www.courier.example'],
    });
    await page.getByRole('navigation').getByText('The Courier').waitFor();
    expect(await save.isDisabled()).toBe(true);
    expect(await form.getByText('* lets every page').count()).toBe(0);
    expectQuiet();
    await close();
  });

  it('overwrites nobody who was faster, and keeps what was typed', async () => {
    const { page, close } = await open();
    const form = settings(page);
    await form.getByLabel('Origins').fill('https://mine.example');
    await stage.admin.send('PATCH', '/site', { name: 'Renamed meanwhile' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Somebody else has changed the site meanwhile').waitFor();
    expect(await form.getByLabel('Name').inputValue()).toBe('Renamed meanwhile');
    expect(await form.getByLabel('Origins').inputValue()).toBe('https://mine.example');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
    expect(await read()).toMatchObject({
      ...{ name: 'Renamed meanwhile', origins: ['https://mine.example'] },
    });
    await stage.admin.send('PATCH', '/site', { origins: ['*'] });
    await close();
  });

  it('refuses the name of another site, an empty one, and asks before changes are lost', async () => {
    await addSite(stage, 'The Herald');
    const { page, close } = await open();
    const form = settings(page);
    const name = form.getByLabel('Name');
    await name.fill('The Herald');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Another site has this name.').waitFor();
    await name.fill(' ');
    await form.getByText('A site needs a name.').waitFor();
    await page.getByRole('link', { name: 'Team' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await form.getByRole('button', { name: 'Discard' }).click();
    expect(await name.inputValue()).toBe((await read()).name);
    await page.getByRole('link', { name: 'Team' }).click();
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    await close();
  });

  it('is for admins alone', async () => {
    const lead = await openPage(browser, stage.address, await stage.moderator('Lee', 'lead'));
    await lead.page.goto(`${stage.address}/console/site`);
    await lead.page.getByText('This page is for: Admin').waitFor();
    expect(await lead.page.getByRole('link', { name: 'Site', exact: true }).count()).toBe(0);
    lead.expectQuiet();
    await lead.close();
  });

  it('says when something cannot be loaded or done, and tries again', async () => {
    const watched = await openPage(browser, stage.address, stage.admin);
    const { page, close } = watched;
    await page.route('**/v1/site**', (route) => route.abort());
    await page.goto(`${stage.address}/console/site`);
    const again = page.getByRole('button', { name: 'Try again' });
    await until(async () => (await again.count()) === 2, { what: 'both parts to say so' });
    await page.unroute('**/v1/site**');
    await again.first().click();
    await again.first().click();
    await settings(page).getByLabel('Origins').waitFor();
    await section(page, 'Public keys').waitFor();
    const problem = { type: '/docs', title: '', detail: 'x.', instance: '' };
    await page.route('**/v1/site/keys', (route) =>
      route.fulfill({ status: 500, json: { ...problem, status: 500, code: 'INTERNAL_ERROR' } }),
    );
    await page.getByRole('button', { name: 'Make a public key' }).click();
    await page.getByRole('alert').getByText('The service failed').waitFor();
    await close();
  });

  it('has nothing that axe objects to, whatever it shows', async () => {
    const { page, close } = await open();
    expect(await axeFindings(page), 'as it comes').toEqual([]);
    await settings(page).getByLabel('Origins').fill('courier.example');
    await settings(page).getByLabel('Name').fill('');
    await settings(page).getByText('One line is no origin').waitFor();
    expect(await axeFindings(page), 'what is none').toEqual([]);
    await settings(page).getByRole('button', { name: 'Discard' }).click();
    const key = await make(page, 'secret');
    expect(await axeFindings(page), 'a new key').toEqual([]);
    await page.getByRole('button', { name: `Revoke sk_…${key.slice(-4)}` }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFindings(page), 'a question').toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('The key was revoked.').first().waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('summary').click();
    expect(await axeFindings(page), 'what was revoked').toEqual([]);
    await close();
  });

  it.each(['en-US', 'zh-TW'])('fits a narrow telephone in %s', async (locale) => {
    const { page, close } = await open({ locale, viewport: { width: 360, height: 740 } });
    // Whatever it is called in the language.
    await page.locator('main section').nth(2).getByRole('button').last().click();
    await page.locator('main input[readonly]').waitFor();
    const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(overhang)).toBe(0);
    const inside = `Math.max(...[...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect().right))`;
    expect(await page.evaluate<number>(inside)).toBeLessThanOrEqual(360);
    await close();
  });

  it('is used by the keyboard alone', async () => {
    const { page, close } = await open();
    await page.goto(`${stage.address}/console/team`);
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    const button = page.getByRole('button', { name: 'Make a secret key' });
    await button.focus();
    await page.keyboard.press('Enter');
    const key = await page.getByLabel('New secret key').inputValue();
    await page.getByRole('button', { name: `Revoke sk_…${key.slice(-4)}` }).focus();
    await page.keyboard.press('Enter');
    // The answer that changes nothing comes first.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The key was revoked.').first().waitFor();
    const keys = await stage.admin.send<SiteKey[]>('GET', '/site/keys');
    const made = keys.find(({ hint }) => hint === key.slice(-4));
    expect(made?.revokedAt).not.toBeNull();
    await close();
  });
});
