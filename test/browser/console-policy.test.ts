import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditPage, PolicyInForce, PolicyVersionPage } from '#contract';
import { describeWith, needs } from '../harness/requirements.js';
import { axeFindings } from './support/axe.js';
import { openChromium } from './support/chromium.js';
import type { ConsoleApi } from './support/console-api.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { announced } from './support/desk-page.js';
import { askAsSite } from './support/held-comments.js';
import { addSite } from './support/second-site.js';
import { openPage, type WatchedPage } from './support/watched-page.js';

const SHOUTING = 'THE COUNCIL HAS LISTENED TO NOBODY, AND WE WILL REMEMBER IT IN SPRING.';

describeWith(needs.chromium, 'the page of the policy', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  let lead: ConsoleApi;
  let moderator: ConsoleApi;
  beforeAll(async () => {
    browser = await openChromium();
    stage = await startConsoleStage();
    lead = await stage.moderator('Lea', 'lead');
    moderator = await stage.moderator('Mo');
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  const open = async (
    who = lead,
    options: BrowserContextOptions = {},
    search = '',
  ): Promise<WatchedPage> => {
    const watched = await openPage(browser, stage.address, who, options);
    await watched.page.goto(`${stage.address}/console/policy${search}`);
    await watched.page
      .getByText(/is in force\.$/)
      .first()
      .waitFor();
    return watched;
  };
  const inForce = (): Promise<PolicyInForce> => lead.send<PolicyInForce>('GET', '/policy');
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const save = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Review changes' }).click();
    await dialog(page).getByRole('button', { name: 'Put in force' }).click();
  };
  const statusOf = async (body: string): Promise<string> => {
    const site = { address: stage.address, asSite: stage.service.asSite };
    const { answer } = await askAsSite<{ status: string }>(site, 'POST', '/comments', {
      body: { article: { id: 'policy' }, body, author: { name: 'R', email: 'r@reader.example' } },
      headers: { prefer: 'wait=20' },
    });
    return answer.status;
  };

  it('lets a lead change a threshold, shows the difference, and the next comment is judged by it', async () => {
    expect(await statusOf(SHOUTING)).toBe('held');
    const { page, expectQuiet, close } = await open();
    const { version } = await inForce();
    await page.getByLabel('Shouting: Reject from').fill('0.5');
    await page.getByLabel('Premoderation').selectOption('Publish first');
    await page.getByText('2 changes', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Review changes' }).click();
    expect(await dialog(page).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^Premoderation\s+Before:\s+Review first\s+After:\s+Publish first$/),
      expect.stringMatching(/^Shouting: Reject from\s+Before:\s+never\s+After:\s+0\.5$/),
    ]);
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    expect((await inForce()).version).toBe(version);
    await save(page);
    await announced(page, `Version ${version + 1} is in force.`);
    await page.getByText('No changes', { exact: true }).waitFor();
    expect(await inForce()).toMatchObject({
      version: version + 1,
      policy: { mode: 'publish-first', thresholds: { capitals: { hold: null, reject: 0.5 } } },
    });
    expect(await statusOf(`${SHOUTING} ALL OF IT.`)).toBe('rejected');
    expect(await statusOf('We will remember it in spring.')).toBe('published');
    const { entries } = await lead.send<AuditPage>('GET', '/audit?action=policy.written&limit=1');
    expect(entries[0]).toMatchObject({
      by: { name: 'Lea' },
      before: { version },
      after: { version: version + 1 },
    });
    expectQuiet();
    await close();
  });

  it('says at the field what the service objects to, and keeps what was written', async () => {
    const { page, close } = await open();
    const { version } = await inForce();
    const field = page.getByLabel('Spam: Hold from');
    await field.fill('seven');
    await page.getByLabel('Links in a comment').fill('101');
    await save(page);
    await page.getByRole('alert').getByText('links.maximum').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('isNumber');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('must not be more than 100', { exact: true }).first().waitFor();
    expect(await field.inputValue()).toBe('seven');
    expect((await inForce()).version).toBe(version);
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await field.inputValue()).toBe('0.7');
    await close();
  });

  it('takes the whole policy as JSON', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: 'As JSON' }).click();
    const area = page.getByRole('textbox', { name: 'As JSON' });
    await area.fill('{ "mode": ');
    await page.getByText('This is no JSON object.').waitFor();
    expect(await page.getByRole('button', { name: 'Review changes' }).isDisabled()).toBe(true);
    await area.fill('{ "words": { "banned": ["turnip"] }, "kindness": 1 }');
    await save(page);
    await page.getByRole('alert').getByText('kindness').waitFor();
    await area.fill('{ "words": { "banned": ["turnip"] } }');
    await page.getByRole('button', { name: 'In words' }).click();
    expect(await page.getByLabel('Banned words').inputValue()).toBe('turnip');
    await page.getByRole('button', { name: 'Review changes' }).click();
    await dialog(page).getByText('Added: turnip').waitFor();
    await dialog(page).getByRole('button', { name: 'Put in force' }).click();
    await announced(page, 'Saved.');
    expect((await inForce()).policy.words.banned).toEqual(['turnip']);
    await close();
  });

  it('carries changes over to what another lead has written meanwhile', async () => {
    const { page, close } = await open();
    const { policy, version } = await inForce();
    await page.getByLabel('Edit window, in seconds').fill('60');
    await stage.admin.send('PUT', '/policy', { ...policy, nudge: true });
    await save(page);
    await page.getByText(`version ${version + 1} is in force by now`).waitFor();
    expect(await inForce()).toMatchObject({ version: version + 1, policy: { nudge: true } });
    expect(await page.getByLabel('Hint before posting').isChecked()).toBe(true);
    await page.getByText('1 change', { exact: true }).waitFor();
    await save(page);
    await announced(page, `Version ${version + 2} is in force.`);
    expect((await inForce()).policy).toEqual({ ...policy, nudge: true, editWindowSeconds: 60 });
    await close();
  });

  it('brings an earlier version back as a new one, and leaves unsaved changes alone', async () => {
    const { policy, version } = await inForce();
    await stage.admin.send('PUT', '/policy', { ...policy, mode: 'closed' });
    const { page, close } = await open();
    await page.getByLabel('Links in a comment').fill('7');
    await page.getByRole('button', { name: `Restore version ${version}`, exact: true }).click();
    await dialog(page).getByText('Publish first').waitFor();
    await dialog(page).getByRole('button', { name: 'Put in force' }).click();
    await announced(page, `Version ${version + 2} is in force.`);
    expect(await inForce()).toMatchObject({ version: version + 2, policy });
    expect(await page.getByLabel('Links in a comment').inputValue()).toBe('7');
    await page.getByText('1 change', { exact: true }).waitFor();
    const page1 = await lead.send<PolicyVersionPage>('GET', '/policy/versions?limit=2');
    expect(page1.versions.map(({ by }) => by?.name)).toEqual(['Lea', 'Admin']);
    await close();
  });

  it('asks before unsaved changes are lost on the way to another page', async () => {
    const { page, close } = await open();
    const field = page.getByLabel('Links in a comment');
    await field.fill('9');
    await page.getByRole('link', { name: 'Reasons' }).click();
    await dialog(page).getByRole('button', { name: 'Stay' }).click();
    expect(await field.inputValue()).toBe('9');
    await page.getByRole('link', { name: 'Reasons' }).click();
    await dialog(page).getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'Reasons' }).waitFor();
    await close();
  });

  it('is about the site that is chosen, and keeps changes of another until told otherwise', async () => {
    const both = await stage.moderator('Bea', 'lead');
    const second = await addSite(stage, 'The Second');
    await second.admit(both, 'moderator');
    const { page, close } = await open(both);
    const field = page.getByLabel('Links in a comment');
    await field.fill('9');
    const choice = page.getByLabel('Site', { exact: true });
    await choice.selectOption('The Second');
    await dialog(page).getByRole('button', { name: 'Stay' }).click();
    expect(await field.inputValue()).toBe('9');
    await page.getByRole('button', { name: 'Discard' }).click();
    await choice.selectOption('The Second');
    await page.getByText('Leads can change it.').waitFor();
    expect(page.url()).toContain(second.id);
    await close();
  });

  it('gives a section a policy of its own, and takes it back', async () => {
    const { page, close } = await open();
    await page.getByLabel('Section').fill('opinion');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('follows the policy of the site').waitFor();
    await page.getByLabel('Premoderation').selectOption('Review first');
    await save(page);
    await page.getByText('has a policy of its own').waitFor();
    expect((await inForce()).policy.mode).toBe('publish-first');
    const ofSection = () => lead.send<PolicyInForce>('GET', '/policy?section=opinion');
    expect(await ofSection()).toMatchObject({ inherited: false, policy: { mode: 'review-first' } });
    await page.getByRole('button', { name: 'Back to the site’s policy' }).click();
    await dialog(page).getByRole('button', { name: 'Go back' }).click();
    await page.getByText('follows the policy of the site').waitFor();
    expect(await ofSection()).toMatchObject({ inherited: true });
    await close();
  });

  it('is for moderators to read only', async () => {
    const { page, expectQuiet, close } = await open(moderator);
    await page.getByText('Leads can change it.').waitFor();
    await page.getByText('Shouting', { exact: true }).waitFor();
    // What tries a text changes nothing.
    expect(await page.getByRole('textbox').count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Comment' }).count()).toBe(1);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    for (const name of ['Review changes', /^Restore/, /^Back to/])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.getByRole('button', { name: 'As JSON' }).click();
    await page.getByRole('region', { name: 'As JSON' }).getByText('"publish-first"').waitFor();
    await expect(moderator.send('PUT', '/policy', {})).rejects.toThrow('ROLE_REQUIRED');
    expectQuiet();
    await close();
  });

  const LOOKS: [string, BrowserContextOptions][] = [
    ['wide', {}],
    ['at 360 pixels', { viewport: { width: 360, height: 740 } }],
    ['in Chinese', { locale: 'zh-TW' }],
  ];
  it.each(LOOKS)('has nothing that axe objects to: %s', async (_, options) => {
    for (const who of [lead, moderator]) {
      const { page, expectQuiet, close } = await openPage(browser, stage.address, who, options);
      await page.goto(`${stage.address}/console/policy`);
      await page.getByRole('main').locator('ul strong').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const wider = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(wider).toBeLessThanOrEqual(0);
      if (who === lead) {
        await page.locator('main select').first().selectOption({ index: 2 });
        await page.locator('main form:has(li) button[type=submit]').first().click();
        await dialog(page).waitFor();
        expect(await axeFindings(page)).toEqual([]);
      }
      expectQuiet();
      await close();
    }
  });
});
