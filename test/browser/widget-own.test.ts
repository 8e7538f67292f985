import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import { WidgetStage } from './support/widget-stage.js';

describeWith(needs.chromium, 'what readers do with comments', () => {
  let stage: WidgetStage;

  beforeAll(async () => {
    stage = await WidgetStage.open();
  });
  afterAll(() => stage.close());

  const by = (id: string): object => ({ article: { id } });

  it('changes one’s own comment while there is time, and another reader sees the new text', async () => {
    const path = stage.site.article('edit');
    const widget = await stage.reader(path);
    await widget.post('The frist version.');
    await widget.status('The frist version.', 'published');
    const other = await stage.reader(path);
    await other.comment('The frist version.').waitFor();
    const edit = widget.comment('The frist version.').getByRole('button', { name: 'Edit' });
    expect(await edit.innerText()).toMatch(/^Edit \(\d:\d\d left\)$/);
    await edit.click();
    await widget.root.getByLabel('Edit your comment').fill('The first version.');
    await widget.root.getByRole('button', { name: 'Save' }).click();
    await widget.status('The first version.', 'published');
    expect(await widget.comment('The first version.').locator('.byline').innerText()).toContain(
      'edited',
    );
    await other.comment('The first version.').waitFor();
  });

  it('deletes one’s own comment after a question', async () => {
    const path = stage.site.article('delete');
    const widget = await stage.reader(path);
    await widget.post('Better not.');
    await widget.status('Better not.', 'published');
    const other = await stage.reader(path);
    await other.comment('Better not.').waitFor();
    const remove = widget.comment('Better not.').getByRole('button', { name: /^Delete/ });
    await remove.click();
    await widget.root.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await remove.click();
    await widget.root.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await widget.root.getByText('No comments yet…').waitFor();
    // Nothing moves under the eyes of those who read it.
    await other.root.getByText('This comment is no longer shown.').waitFor();
    await stage.client.counts('delete', 0);
  });

  it('replies below a comment, and goes along into threads that are too deep', async () => {
    await stage.client.settle({ ...by('reply'), body: 'Top.' });
    const widget = await stage.reader(stage.site.article('reply'));
    for (const [to, text] of [
      ['Top.', 'Level one.'],
      ['Level one.', 'Level two.'],
      ['Level two.', 'Level three.'],
    ] as const) {
      await widget
        .comment(to)
        .getByRole('button', { name: /^Reply/ })
        .click();
      await widget.root.getByLabel('Write a reply').fill(text);
      await widget.root.getByLabel('Write a reply').press('Control+Enter');
      await widget.status(text, 'published');
    }
    expect(await widget.bodies()).toEqual(['Level two.', 'Level three.']);
    await widget.root.getByRole('button', { name: 'All comments' }).click();
    expect(await widget.bodies()).toEqual(['Top.', 'Level one.', 'Level two.']);
    await widget.root.getByRole('button', { name: 'Continue this thread (1 reply)' }).click();
    await widget.comment('Level three.').waitFor();
  });

  it('gives a reaction and takes it back', async () => {
    await stage.client.settle({ ...by('react'), body: 'Likable.' });
    const path = stage.site.article('react');
    const widget = await stage.reader(path);
    const like = widget.comment('Likable.').getByRole('button', { name: /^Like/ });
    const dislike = widget.comment('Likable.').getByRole('button', { name: /^Dislike/ });
    const answered = () =>
      widget.page.waitForResponse(
        (response) =>
          response.url().includes('/reactions/') && response.request().method() !== 'OPTIONS',
      );
    const [given] = await Promise.all([answered(), like.click()]);
    expect(given.ok()).toBe(true);
    expect(await like.getAttribute('aria-pressed')).toBe('true');
    expect(await like.innerText()).toBe('1');
    const other = await stage.reader(path);
    await other.comment('Likable.').getByRole('button', { name: 'Like, 1', exact: true }).waitFor();
    await dislike.click();
    await until(async () => (await dislike.getAttribute('aria-pressed')) === 'true', {
      what: 'the dislike',
    });
    expect(await like.getAttribute('aria-pressed')).toBe('false');
  });

  it('takes a reaction back that the service refused', async () => {
    await stage.client.settle({ ...by('refused'), body: 'Likable.' });
    const widget = await stage.reader(stage.site.article('refused'));
    await widget.page.route('**/reactions/**', (route) => route.abort());
    const like = widget.comment('Likable.').getByRole('button', { name: /^Like/ });
    await like.click();
    await widget.comment('Likable.').getByRole('alert').waitFor();
    expect(await like.getAttribute('aria-pressed')).toBe('false');
  });

  it('knows one’s own comments where the browser keeps cookies of other sites away', async () => {
    const path = stage.site.article('no-cookies');
    // To the browser, localhost is another site than 127.0.0.1.
    const widget = await stage.reader(path, { host: 'localhost' });
    await widget.post('Mine: score 0.5');
    await widget.status('Mine', 'held');
    await widget.page.reload();
    await widget.status('Mine', 'held');
    await widget
      .comment('Mine')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await widget.root.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await widget.comment('Mine').waitFor({ state: 'detached' });
  });
});
