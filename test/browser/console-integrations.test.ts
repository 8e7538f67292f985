import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditPage, IntegrationKey } from '#contract';
import { IntegrationKeys } from '#integrations';
import { describeWith, needs } from '../harness/requirements.js';
import { axeFindings } from './support/axe.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

const KEY = /^mk-[a-z2-7]{32}$/;

describeWith(needs.chromium, 'the page of integrations', () => {
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

  const open = async (
    system = 'perspective',
    options: BrowserContextOptions = {},
    who = stage.admin,
  ): Promise<WatchedPage> => {
    const watched = await openPage(browser, stage.address, who, options);
    await watched.page.goto(`${stage.address}/console/integrations?system=${system}`);
    await watched.page.getByRole('group', { name: 'Systems' }).waitFor();
    return watched;
  };
  const make = async (page: Page, name: string): Promise<string> => {
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Make a key' }).click();
    return page.getByLabel(`Key “${name}”`).inputValue();
  };
  const ask = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Text').fill(text);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
  };
  const keys = (): Promise<IntegrationKey[]> =>
    stage.admin.send<IntegrationKey[]>('GET', '/integration-keys');

  it('makes a key that works, shows it once and fills it in everywhere', async () => {
    const { page, expectQuiet, close } = await open();
    await page.getByText('YOUR_KEY stands for a key').waitFor();
    const key = await make(page, 'Live blog');
    expect(key).toMatch(KEY);
    const finder = stage.service.app.get(IntegrationKeys, { strict: false });
    expect(await finder.find(key)).not.toBeNull();
    const snippet = page.getByRole('region', { name: 'curl' });
    for (const [system, place] of [
      ['Perspective', '/v1alpha1/comments:analyze'],
      ['Akismet', '/1.1/comment-check'],
      ['OpenAI moderation', '/v1/moderations'],
    ] as const) {
      await page.getByRole('button', { name: system, exact: true }).click();
      await snippet.filter({ hasText: `${stage.address}${place}` }).waitFor();
      expect(await snippet.textContent()).toContain(key);
    }
    await page.getByRole('button', { name: 'Coral', exact: true }).click();
    await page.getByRole('button', { name: 'Perspective filter' }).click();
    expect(await page.getByLabel('API key').inputValue()).toBe(key);
    expect(await page.getByLabel('Custom endpoint').inputValue()).toBe(`${stage.address}/v1alpha1`);
    expectQuiet();
    await page.reload();
    await page.getByRole('button', { name: 'Revoke Live blog' }).waitFor();
    expect(await page.content()).not.toContain(key);
    await close();
  });

  it('copies the key, and marks it where it may not copy', async () => {
    const allowed = await open('perspective', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const key = await make(allowed.page, 'Copied');
    await allowed.page.getByRole('button', { name: 'Copy Key “Copied”' }).click();
    await allowed.page.getByRole('button', { name: 'Copied Key “Copied”' }).waitFor();
    expect(await allowed.page.evaluate<string>('navigator.clipboard.readText()')).toBe(key);
    await allowed.close();
    const watched = await openPage(browser, stage.address, stage.admin);
    // As on a page without https.
    await watched.page.addInitScript("Object.defineProperty(navigator, 'clipboard', {})");
    await watched.page.goto(`${stage.address}/console/integrations`);
    const marked = await make(watched.page, 'Marked');
    await watched.page.getByRole('button', { name: 'Copy Key “Marked”' }).click();
    await watched.page.getByRole('button', { name: 'Press Ctrl + C' }).waitFor();
    expect(await watched.page.evaluate<string>('getSelection().toString()')).toBe(marked);
    await watched.close();
  });

  it('revokes a key once one is sure, and says so in the trail', async () => {
    const { page, expectQuiet, close } = await open();
    const key = await make(page, 'To be revoked');
    const revoke = page.getByRole('button', { name: 'Revoke To be revoked' });
    await revoke.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`mk-…${key.slice(-4)}`).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await keys()).map(({ name }) => name)).toContain('To be revoked');
    await revoke.click();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await revoke.waitFor({ state: 'detached' });
    expect((await keys()).map(({ name }) => name)).not.toContain('To be revoked');
    expect(await page.content()).not.toContain(key);
    const { entries } = await stage.admin.send<AuditPage>('GET', '/audit?limit=2');
    expect(entries.map(({ action }) => action)).toEqual([
      'integration-key.revoked',
      'integration-key.issued',
    ]);
    await page.goto(`${stage.address}/console/audit`);
    await page.locator('main li', { hasText: 'revoked an integration key' }).first().waitFor();
    expectQuiet();
    await close();
  });

  it('takes and removes the secrets of Coral, and says what is wrong with one', async () => {
    const { page, close } = await open('coral');
    const callback = await page.getByLabel('Callback URL').inputValue();
    expect(callback).toBe(`${stage.address}/compat/${stage.service.keys.publicKey}/coral/phase`);
    const secret = page.getByLabel('Signing secret');
    await secret.fill('short');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('alert').getByText('at least 16 characters').waitFor();
    await secret.fill('the-signing-secret-of-coral-9f3c');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('…9f3c').waitFor();
    expect(await secret.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Remove 9f3c' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('There is no secret yet').waitFor();
    await close();
  });

  it('asks the real Perspective endpoint and draws its scores', async () => {
    const { page, expectQuiet, close } = await open('perspective');
    await ask(page, 'You are a pathetic idiot and everybody hates you.');
    const answer = page.getByRole('status').filter({ hasText: 'TOXICITY' });
    await answer.getByText('Read as English').waitFor();
    expect(await answer.locator('li').first().textContent()).toMatch(/^[A-Z_]+0[.][5-9]\d$/);
    await page.getByText('Request and response').click();
    const response = page.getByRole('region', { name: 'Response' });
    expect(await response.textContent()).toMatch(/^200\ncontent-type: application\/json/);
    await ask(page, '你們這些白癡記者，根本不配寫新聞，全部都該去死。');
    await answer.getByText('Read as Chinese').waitFor();
    expect(await answer.locator('li').first().textContent()).toMatch(/^TOXICITY/);
    expectQuiet();
    await close();
  });

  it('asks the real Akismet endpoint whether it is spam', async () => {
    const { page, expectQuiet, close } = await open('akismet');
    await ask(page, 'The harbor bridge should have been repaired years ago.');
    await page.getByText('Not spam', { exact: true }).waitFor();
    await page.getByLabel('Author’s name').fill('akismet-guaranteed-spam');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('Spam', { exact: true }).waitFor();
    expectQuiet();
    await close();
  });

  it('asks the real moderation endpoint of OpenAI’s dialect', async () => {
    const { page, expectQuiet, close } = await open('openai');
    await ask(page, 'You are a pathetic idiot and everybody hates you.');
    await page.getByText('Flagged', { exact: true }).waitFor();
    const categories = page.getByRole('status').filter({ hasText: 'harassment' }).locator('li');
    expect(await categories.count()).toBe(13);
    expectQuiet();
    await close();
  });

  it('says in words what the service or a proxy in between refuses', async () => {
    const { page, close } = await open('perspective');
    const refusals = [
      [400, {}, '{"error":{"code":400,"message":"Comment must be non-empty."}}', 'refused'],
      [429, { 'retry-after': '7' }, '{}', 'Try again in 7 seconds'],
      [502, {}, '<html>Bad gateway</html>', 'or a proxy before it'],
      [200, {}, '<html>Welcome</html>', 'The answer cannot be read'],
    ] as const;
    for (const [status, headers, body, words] of refusals) {
      await page.route('**/v1alpha1/**', (route) => route.fulfill({ status, headers, body }));
      await ask(page, 'Anything.');
      await page.getByRole('alert').getByText(words).waitFor();
      await page.unroute('**/v1alpha1/**');
    }
    await page.route('**/v1alpha1/**', (route) => route.abort());
    await ask(page, 'Anything.');
    await page.getByRole('alert').getByText('cannot be reached').waitFor();
    await close();
  });

  it('explains a refusal in the language of the console, and quotes the endpoint below', async () => {
    const chinese = await openPage(browser, stage.address, stage.admin, { locale: 'zh-TW' });
    const { page, close } = chinese;
    await page.goto(`${stage.address}/console/integrations`);
    const details = [{ errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE' }];
    const error = { code: 400, message: 'Attribute SPAM does not support it.', details };
    await page.route('**/v1alpha1/**', (route) => route.fulfill({ status: 400, json: { error } }));
    await page.getByLabel('文字').fill('Qualquer coisa.');
    await page.getByRole('button', { name: '送出' }).click();
    await page.getByRole('alert').getByText('無法為這個語言的文字評分。').waitFor();
    const quoted = page.locator('q[lang=en]');
    expect(await quoted.innerText()).toBe('Attribute SPAM does not support it.');
    await close();
  });

  it('lets leads see and try, and moderators neither', async () => {
    const lead = await open('perspective', {}, await stage.moderator('Lee', 'lead'));
    await lead.page.getByText('which an admin of this site can make').waitFor();
    expect(await lead.page.getByRole('button', { name: 'Make a key' }).count()).toBe(0);
    await ask(lead.page, 'You are a pathetic idiot.');
    await lead.page.getByRole('status').filter({ hasText: 'TOXICITY' }).waitFor();
    lead.expectQuiet();
    await lead.close();
    const mo = await openPage(browser, stage.address, await stage.moderator('Mo'));
    await mo.page.goto(`${stage.address}/console/integrations`);
    await mo.page.getByText('This page is for: Lead').waitFor();
    expect(await mo.page.getByRole('link', { name: 'Integrations' }).count()).toBe(0);
    await mo.close();
  });

  it('has nothing that axe objects to, whatever it shows', async () => {
    const { page, close } = await open();
    await make(page, 'Seen by axe');
    for (const system of ['Akismet', 'OpenAI moderation', 'Coral', 'Comment counts']) {
      await page.getByRole('button', { name: system, exact: true }).click();
      await page.locator('pre, input[readonly]').last().waitFor();
      expect(await axeFindings(page), system).toEqual([]);
    }
    await page.getByRole('button', { name: 'Perspective', exact: true }).click();
    await ask(page, 'You are a pathetic idiot and everybody hates you.');
    await page.getByText('Request and response').click();
    expect(await axeFindings(page), 'an answer').toEqual([]);
    await page
      .getByRole('button', { name: /^Revoke/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFindings(page), 'a question').toEqual([]);
    await close();
  });

  it('is used by the keyboard alone', async () => {
    const { page, close } = await open('counts');
    await page.getByRole('heading', { name: 'Integrations' }).waitFor();
    await page.goto(`${stage.address}/console/team`);
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByLabel('Name').focus();
    await page.keyboard.type('By keys');
    await page.keyboard.press('Enter');
    await page.getByLabel('Key “By keys”').waitFor();
    await page.getByRole('button', { name: 'Akismet', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL((url) => url.searchParams.get('system') === 'akismet');
    await close();
  });
});
