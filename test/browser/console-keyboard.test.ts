import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { openChromium } from './support/chromium.js';
import { type ConsoleStage, startConsoleStage } from './support/console-stage.js';
import { announced, card, partOf, shown } from './support/desk-page.js';
import { openPage } from './support/watched-page.js';

describeWith(needs.chromium, 'the console by the keyboard alone', () => {
  let browser: Browser;
  let stage: ConsoleStage;
  /** So that the comments of one test are not another's. */
  let articles = 0;

  beforeAll(async () => {
    browser = await openChromium();
    stage = await startConsoleStage();
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });

  /** The queue of an article with these comments, before a moderator of its own. */
  async function open(
    comments: readonly { body: string; author?: string }[],
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const article = `article-${++articles}`;
    await stage.post(comments.map((comment) => ({ ...comment, article, title: article })));
    const who = await stage.moderator(`Moderator ${articles}`, 'lead');
    const { page, expectQuiet, close } = await openPage(browser, stage.address, who, options);
    onTestFinished(async () => {
      expectQuiet();
      await close();
    });
    await page.goto(`${stage.address}/console/queue/held?article=${article}`);
    await card(page).waitFor();
    return page;
  }
  const focused = (page: Page): Promise<string> =>
    page.evaluate(
      `document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText`,
    );

  it('goes to the field of a note at once, saves it, and goes back to the card', async () => {
    const page = await open([{ body: 'They closed it for a week.', author: 'noted' }]);
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'Add a note' }).waitFor();
    await page.keyboard.type('Asked the city desk.');
    await page.keyboard.press('Control+Enter');
    await announced(page, 'The note was added.');
    await partOf(page, 'Notes').getByText('Asked the city desk.').waitFor();
    await expect.poll(() => focused(page)).toBe('Comment by noted');
  });

  it('reads out the text of the card that comes into hand', async () => {
    const page = await open([
      { body: 'The first of two.', author: 'one' },
      { body: 'The second of two.', author: 'two' },
    ]);
    await page.keyboard.press('j');
    await shown(page, 'The second of two.');
    const description = `document.getElementById(
      document.activeElement.getAttribute('aria-describedby')).innerText`;
    expect(await focused(page)).toBe('Comment by two');
    expect(await page.evaluate(description)).toBe('The second of two.');
  });

  it('announces the second of two equal decisions as well', async () => {
    const page = await open([{ body: 'One of three.' }, { body: 'Two.' }, { body: 'Three.' }]);
    const said = page.locator('[data-announcer] [role=status] p', { hasText: 'Approved.' });
    await page.keyboard.press('a');
    await said.waitFor({ state: 'attached' });
    await page.evaluate(
      `document.querySelector('[data-announcer] [role=status] p').dataset.before = ''`,
    );
    await shown(page, 'Two.');
    await page.keyboard.press('a');
    await shown(page, 'Three.');
    await said.and(page.locator(':not([data-before])')).waitFor({ state: 'attached' });
    await page.keyboard.press('u');
    await announced(page, 'Undone.');
  });

  it('interrupts with what went wrong, as that somebody was faster', async () => {
    const page = await open([{ body: 'Decided by somebody else.' }]);
    await page.route('**/v1/reviews/decisions', (route) => {
      const [{ id }] = (route.request().postDataJSON() as { items: [{ id: string }] }).items;
      const conflict = { id, code: 'DECIDED', by: { id, name: 'Mo' }, action: null, at: null };
      const conflicts = [{ ...conflict, detail: 'Mo already decided it.', version: 2 }];
      return route.fulfill({ json: { id: null, decided: [], conflicts, undoableUntil: null } });
    });
    await page.keyboard.press('a');
    const alert = page.locator('[data-announcer] [aria-live=assertive]');
    await alert.getByText('Mo already decided it.').waitFor({ state: 'attached' });
  });

  it('bans the author of a card, and goes back to the card', async () => {
    const page = await open([
      { body: 'Nonsense of one kind.', author: 'banned' },
      { body: 'Nonsense of another.', author: 'banned' },
    ]);
    await page.keyboard.press('b');
    await page.getByRole('menuitem', { name: 'Ban' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ban' });
    await dialog.getByText('(2)').waitFor();
    expect(await page.evaluate('document.activeElement.type'), 'its first field').toBe('checkbox');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Comment by banned');
    await page.keyboard.press('b');
    await page.getByRole('menuitem', { name: 'Ban' }).press('Enter');
    await dialog.getByText('(2)').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Third time.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await announced(page, 'The standing was changed.');
    await page.getByRole('article').getByText('Banned', { exact: true }).waitFor();
  });

  it('goes back to the button of the menu that a dialog was chosen from', async () => {
    const page = await open([{ body: 'Not so bad after all.', author: 'regarded' }]);
    await page.keyboard.press('p');
    const button = page.getByRole('button', { name: 'Change standing' });
    await button.press('Enter');
    await page.getByRole('menuitem', { name: 'Premoderate' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Premoderate' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Change standing');
  });

  it('shows what else waits of the same author, and of the same article', async () => {
    const body = 'More of the same, and more.';
    const page = await open([{ body, author: 'narrowed' }]);
    await page.goto(`${stage.address}/console/queue/held`);
    await card(page).waitFor();
    const author = await page.getByRole('article').getByRole('link').first().innerText();
    await page.keyboard.press('b');
    await page.getByRole('menuitem', { name: 'Only their comments' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove the filter Author: this one' }).waitFor();
    await card(page).waitFor();
    const names = await page.locator('li[data-item] bdi').allInnerTexts();
    expect(new Set(names)).toEqual(new Set([author]));
    await page.getByRole('button', { name: 'Only what is under this article' }).press('Enter');
    await page.getByRole('button', { name: /Remove the filter Article/ }).waitFor();
  });

  it('gives the focus back to the card when the reasons are left', async () => {
    const page = await open([{ body: 'Not to be rejected after all.', author: 'spared' }]);
    await page.keyboard.press('r');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Comment by spared');
  });

  it('shows the keys where there is no room for the rail, and lets go of the page again', async () => {
    const page = await open([{ body: 'On a small screen.', author: 'small' }], {
      viewport: { width: 800, height: 700 },
    });
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Comment by small');
    await page.getByRole('button', { name: 'Open the menu' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Pages' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Open the menu');
  });
});
