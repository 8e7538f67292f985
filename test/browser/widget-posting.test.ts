import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import { decide } from './support/moderator.js';
import type { Widget } from './support/widget.js';
import { WidgetStage } from './support/widget-stage.js';

describeWith(needs.chromium, 'posting with the widget', () => {
  let stage: WidgetStage;

  beforeAll(async () => {
    stage = await WidgetStage.open();
  });
  afterAll(() => stage.close());

  const idOf = async (widget: Widget, text: string): Promise<string> =>
    (await widget.comment(text).getAttribute('id'))!.slice(2);

  it('shows a comment as being checked and then as published, and to another reader live', async () => {
    const path = stage.site.article('live');
    const other = await stage.reader(path);
    const widget = await stage.reader(path);
    const told = widget.page.evaluate<string>(
      "new Promise((resolve) => document.addEventListener('moderato:posted', (event) => resolve(event.detail.id), { once: true }))",
    );
    await widget.post('The first word.');
    await widget.status('The first word.', 'published');
    expect(await told).toBe(await idOf(widget, 'The first word.'));
    await other.fresh.click();
    await other.comment('The first word.').waitFor();
    expect(await other.root.locator('h2').innerText()).toBe('1 comment');
  });

  it('says that it is being checked for as long as it is', async () => {
    const widget = await stage.reader(stage.site.article('checked'));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await widget.page.route('**/v1/comments/*?*', async (route) => {
      await held;
      await route.continue();
    });
    await widget.post('Wait for it.');
    await widget.status('Wait for it.', 'pending');
    release();
    await widget.status('Wait for it.', 'published');
  });

  it('says that a moderator will look at a held comment, and shows it published once one has', async () => {
    const path = stage.site.article('held');
    const other = await stage.reader(path);
    const widget = await stage.reader(path);
    await widget.post('Hold this: score 0.5');
    await widget.status('Hold this', 'held');
    expect(await other.root.locator('article').count()).toBe(0);
    await decide(stage.service, await idOf(widget, 'Hold this'), 'published');
    await widget.status('Hold this', 'published');
    await other.fresh.click();
    await other.comment('Hold this').waitFor();
  });

  it('says that a comment was rejected, shows it to nobody else, and keeps that over a reload', async () => {
    const path = stage.site.article('rejected');
    const widget = await stage.reader(path);
    await widget.post('Reject this: score 0.99');
    await widget.status('Reject this', 'rejected');
    await widget
      .comment('Reject this')
      .getByRole('button', { name: 'Ask for another look' })
      .waitFor();
    await widget.page.reload();
    await widget.status('Reject this', 'rejected');
    const other = await stage.reader(path);
    expect(await other.root.locator('article').count()).toBe(0);
  });

  it('posts once however often the button is clicked', async () => {
    const widget = await stage.reader(stage.site.article('double'));
    await widget.field.fill('Only once.');
    await widget.postButton.evaluate(
      'button => { button.click(); button.click(); button.click(); }',
    );
    await widget.field.press('Control+Enter');
    await widget.status('Only once.', 'published');
    await stage.client.counts('double', 1);
    expect(await widget.bodies()).toEqual(['Only once.']);
  });

  it('posts once when the answer is lost and it tries again', async () => {
    const widget = await stage.reader(stage.site.article('lost'));
    let requests = 0;
    await widget.page.route('**/v1/comments', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      requests += 1;
      if (requests > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await widget.post('Said once.');
    await widget.status('Said once.', 'published');
    expect(requests).toBe(2);
    await stage.client.counts('lost', 1);
  });

  it('posts once when the page is reloaded before the answer came, and posted again', async () => {
    const path = stage.site.article('reloaded');
    const widget = await stage.reader(path);
    let lost = false;
    const sent = new Promise<void>((resolve) => {
      void widget.page.route('**/v1/comments', async (route) => {
        if (lost || route.request().method() !== 'POST') return route.continue();
        lost = true;
        await route.fetch();
        return resolve();
      });
    });
    await widget.post('Before the reload.');
    await sent;
    await widget.page.reload();
    await until(async () => (await widget.field.inputValue()) === 'Before the reload.', {
      what: 'the draft',
    });
    await widget.postButton.click();
    await until(async () => (await widget.field.inputValue()) === '', {
      what: 'the draft to be gone',
    });
    await stage.client.counts('reloaded', 1);
    expect(await widget.bodies()).toEqual(['Before the reload.']);
  });

  it('keeps a draft over a reload, for each field', async () => {
    await stage.client.settle({ article: { id: 'drafts' }, body: 'Answer me.' });
    const widget = await stage.reader(stage.site.article('drafts'));
    await widget.field.fill('Half a thought');
    await widget
      .comment('Answer me.')
      .getByRole('button', { name: /^Reply/ })
      .click();
    await widget.root.getByLabel('Write a reply').fill('Half an answer');
    await widget.page.reload();
    await widget.field.waitFor();
    expect(await widget.field.inputValue()).toBe('Half a thought');
    await widget
      .comment('Answer me.')
      .getByRole('button', { name: /^Reply/ })
      .click();
    expect(await widget.root.getByLabel('Write a reply').inputValue()).toBe('Half an answer');
  });

  it('says plainly how long to wait after too much at once, and lets it be sent then', async () => {
    const widget = await stage.reader(stage.site.article('limited'));
    let refused = false;
    await widget.page.route('**/v1/comments', (route) => {
      if (refused || route.request().method() !== 'POST') return route.continue();
      refused = true;
      return route.fulfill({
        status: 429,
        headers: {
          'retry-after': '2',
          'access-control-allow-origin': new URL(stage.site.address('/')).origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'Retry-After',
        },
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'RATE_LIMITED', detail: 'Too many.' }),
      });
    });
    await widget.post('Too fast.');
    await widget.root.getByText(/Try again in \d seconds?\./).waitFor();
    expect(await widget.postButton.isDisabled()).toBe(true);
    await widget.postButton.and(widget.page.locator(':enabled')).click();
    await widget.status('Too fast.', 'published');
  });

  it('keeps what was written while there is no network, and says so', async () => {
    const widget = await stage.reader(stage.site.article('offline'));
    await widget.field.fill('Written in a tunnel.');
    await widget.page.context().setOffline(true);
    await widget.root.getByText('You are offline. What you write is kept.').first().waitFor();
    await widget.postButton.click();
    const notice = widget.root.locator('.composer .notice');
    await notice.getByText('It could not be sent. What you wrote is kept.').waitFor();
    expect(await widget.field.inputValue()).toBe('Written in a tunnel.');
    await widget.page.context().setOffline(false);
    await widget.postButton.click();
    await widget.status('Written in a tunnel.', 'published');
  });

  it('says before posting that it may be held, and by which words, where the policy has that', async () => {
    const answer = await stage.client.put('/v1/policy', { nudge: true });
    expect(answer.statusCode, answer.body).toBe(200);
    const widget = await stage.reader(stage.site.article('nudge'));
    await widget.post('This has a score 0.5 in it.');
    const nudge = widget.root.locator('.nudge');
    await nudge.waitFor();
    expect(await nudge.locator('mark').allInnerTexts()).toEqual(['score 0.5']);
    await nudge.getByRole('button', { name: 'Change it' }).click();
    await widget.field.fill('This has no score in it.');
    await widget.postButton.click();
    await widget.status('This has no score in it.', 'published');
    await widget.post('Posted anyway: score 0.5');
    await nudge.getByRole('button', { name: 'Post anyway' }).click();
    await widget.status('Posted anyway', 'held');
  });
});
