import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PolicyInForce } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { axeFindings } from './support/axe.js';
import { openChromium } from './support/chromium.js';
import type { ConsoleApi } from './support/console-api.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

const SHOUTING = 'THE COUNCIL HAS LISTENED TO NOBODY, AND WE WILL REMEMBER IT IN SPRING.';

describeWith(needs.chromium, 'trying a policy on its page', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  let lead: ConsoleApi;
  let moderator: ConsoleApi;
  let policy: PolicyInForce;
  beforeAll(async () => {
    browser = await openChromium();
    stage = await startConsoleStage({ settings: { LIMIT_PREVIEWS_PER_READER: 'off' } });
    lead = await stage.moderator('Lea', 'lead');
    moderator = await stage.moderator('Mo');
    await stage.post([
      { body: SHOUTING, author: 'Ann', article: 'a' },
      { body: 'A turnip, I said.', author: 'Ben', article: 'a' },
      { body: 'A quiet remark about the budget.', author: 'Cai', article: 'a' },
    ]);
    await stage.admin.send('PUT', '/policy', { words: { suspect: ['turnip'] } });
    policy = await lead.send<PolicyInForce>('GET', '/policy');
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  const open = async (who = lead, options: BrowserContextOptions = {}): Promise<WatchedPage> => {
    const watched = await openPage(browser, stage.address, who, options);
    await watched.page.goto(`${stage.address}/console/policy`);
    await watched.page.locator('main textarea').last().waitFor();
    return watched;
  };
  const trial = (page: Page): Locator => page.getByRole('region', { name: 'A text', exact: true });
  const latest = (page: Page): Locator => page.getByRole('region', { name: 'The latest comments' });
  const column = (page: Page, name: string): Locator =>
    trial(page).getByRole('region', { name, exact: true });
  const tryText = async (page: Page, body: string): Promise<void> => {
    await trial(page).getByLabel('Comment').fill(body);
    await trial(page).getByRole('button', { name: 'Try', exact: true }).click();
  };
  const summary = (page: Page, words: string): Promise<void> =>
    trial(page).getByRole('status').getByText(words, { exact: true }).waitFor();

  it('shows what becomes of a text in force and with a changed threshold, and why', async () => {
    const { page, expectQuiet, close } = await open();
    await page.getByLabel('Shouting: Hold from').fill('0.5');
    await page.getByRole('button', { name: 'Try it', exact: true }).click();
    await page.keyboard.type(SHOUTING);
    await page.keyboard.press('Control+Enter');
    await summary(page, 'In force: Published. With your changes: Held.');
    const [inForce, draft] = [column(page, 'In force'), column(page, 'With your changes')];
    expect(await inForce.innerText()).toMatch(
      new RegExp(`^In force\\s+Version ${policy.version}\\s+Published\\s+No check objected\\.`),
    );
    expect(await inForce.locator('mark').count()).toBe(0);
    expect(await draft.innerText()).toMatch(/^With your changes\s+1 change\s+Held\s+Shouts: 100%/);
    expect(await draft.locator('mark').first().innerText()).toContain('COUNCIL');
    for (const shown of [inForce, draft]) {
      await shown.getByText('Shouting', { exact: true }).first().waitFor();
      expect(await shown.getByText('Shouting', { exact: true }).first().isVisible()).toBe(true);
    }
    expect(await lead.send('GET', '/policy')).toEqual(policy);
    expectQuiet();
    await close();
  });

  it('says so where the changes make no difference, or another reason', async () => {
    const { page, close } = await open();
    await page.getByLabel('Links in a comment').fill('9');
    await tryText(page, 'A turnip.');
    await summary(page, 'Held either way: your changes make no difference to this text.');
    await page.getByLabel('Suspect words').fill('');
    await page.getByLabel('Premoderation').selectOption('Review first');
    await trial(page).getByText('has changed since').waitFor();
    await tryText(page, 'A turnip.');
    await summary(page, 'Held either way, but for another reason.');
    expect(await trial(page).getByText('has changed since').count()).toBe(0);
    await page.getByLabel('Premoderation').selectOption('Closed');
    await tryText(page, 'A turnip.');
    await summary(page, 'In force: Held. With your changes: Refused.');
    await close();
  });

  it('tries what is in force alone where nothing is changed, as whoever is chosen', async () => {
    const { page, close } = await open();
    const go = trial(page).getByRole('button', { name: 'Try', exact: true });
    expect(await go.isDisabled()).toBe(true);
    await tryText(page, 'Hello.');
    await summary(page, 'Published, under the policy in force.');
    expect(await column(page, 'With your changes').count()).toBe(0);
    await trial(page).getByLabel('Author').selectOption('Banned');
    await trial(page).getByText('has changed since').waitFor();
    await go.click();
    await summary(page, 'Rejected, under the policy in force.');
    await close();
  });

  it('names what the draft breaks, and what is wrong with the text', async () => {
    const { page, close } = await open();
    await page.getByLabel('Links in a comment').fill('101');
    await tryText(page, 'Hello.');
    const alert = trial(page).getByRole('alert');
    await alert.getByText('links.maximum', { exact: true }).waitFor();
    expect(await alert.innerText()).toContain('must not be more than 100');
    await page.getByRole('button', { name: 'Discard' }).click();
    await tryText(page, 'x'.repeat(5001));
    await trial(page).getByText('must not be longer than 5000 characters').waitFor();
    const area = trial(page).getByLabel('Comment');
    expect(await area.getAttribute('aria-invalid')).toBe('true');
    expect(await area.inputValue()).toHaveLength(5001);
    await page.getByRole('button', { name: 'As JSON' }).click();
    await page.getByRole('textbox', { name: 'As JSON' }).fill('{ "mode": ');
    await area.fill('Hello.');
    expect(await trial(page).getByRole('button', { name: 'Try', exact: true }).isDisabled()).toBe(
      true,
    );
    await close();
  });

  it('says when the service cannot be reached, and goes on once it can', async () => {
    const { page, close } = await open();
    await page.route('**/v1/policy/try*', (route) => route.abort());
    await tryText(page, 'Hello.');
    await trial(page).getByRole('alert').waitFor();
    await page.unroute('**/v1/policy/try*');
    await trial(page).getByRole('button', { name: 'Try', exact: true }).click();
    await summary(page, 'Published, under the policy in force.');
    expect(await trial(page).getByRole('alert').count()).toBe(0);
    await close();
  });

  it('tells which of the latest comments the changes would decide otherwise', async () => {
    const { page, expectQuiet, close } = await open();
    const go = latest(page).getByRole('button', { name: 'Try the latest 100' });
    expect(await go.isDisabled()).toBe(true);
    await latest(page).getByText('Change something first.').waitFor();
    await page.getByLabel('Shouting: Reject from').fill('0.5');
    await page.getByLabel('Suspect words').fill('');
    await page.getByLabel('An author, a minute').fill('1');
    await go.click();
    await latest(page).getByText('2 of 3 comments would be decided otherwise.').waitFor();
    const said = await latest(page).getByRole('status').innerText();
    expect(said).toContain('1 from Held to Published and 1 from Published to Rejected');
    await latest(page).getByRole('alert').getByText('An author, a minute').waitFor();
    const items = await latest(page).getByRole('listitem').allInnerTexts();
    expect(items).toEqual([
      expect.stringMatching(
        /A turnip, I said\.\s+In force\s+Held\s+Says "turnip".*\s+With your changes\s+Published\s+No check/,
      ),
      expect.stringMatching(
        /THE COUNCIL.*\s+In force\s+Published\s+No check.*\s+With your changes\s+Rejected\s+Shouts/,
      ),
    ]);
    await page.getByLabel('Shouting: Reject from').fill('');
    await latest(page).getByText('has changed since').waitFor();
    await page.getByLabel('Suspect words').fill('turnip');
    await page.getByLabel('An author, a minute').fill('7');
    await go.click();
    await latest(page).getByText('0 of 3 comments would be decided otherwise.').waitFor();
    expect(await latest(page).getByRole('listitem').count()).toBe(0);
    expectQuiet();
    await close();
  });

  it('lets moderators try what is in force, and nothing else', async () => {
    const { page, expectQuiet, close } = await open(moderator);
    await tryText(page, 'A turnip.');
    await summary(page, 'Held, under the policy in force.');
    expect(await latest(page).count()).toBe(0);
    expectQuiet();
    await close();
  });

  const LOOKS: [string, BrowserContextOptions][] = [
    ['wide', {}],
    ['at 360 pixels', { viewport: { width: 360, height: 740 } }],
    ['in Chinese', { locale: 'zh-TW' }],
  ];
  it.each(LOOKS)('has nothing that axe objects to: %s', async (_, options) => {
    const { page, expectQuiet, close } = await open(lead, options);
    await page.locator('main form select').first().selectOption({ value: 'closed' });
    const area = page.locator('main textarea').last();
    await area.fill('A turnip, and a very LONGWORD'.padEnd(300, 'g'));
    await area.press('Control+Enter');
    await page.locator('main section section section').nth(1).waitFor();
    await page.locator('main button:not([disabled])', { hasText: '100' }).click();
    await page.locator('main dl').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const wider = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(wider).toBeLessThanOrEqual(0);
    expectQuiet();
    await close();
  });
});
