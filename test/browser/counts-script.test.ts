import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { complaintsOf } from './support/chromium.js';
import { WidgetStage } from './support/widget-stage.js';

const span = (article: string, texts = ''): string =>
  `<p id="${article}"><span data-moderato-count="${article}" ${texts}></span></p>`;
const TEXTS = 'data-zero="Nothing yet" data-one="{n} comment" data-many="{n} comments"';

describeWith(needs.chromium, 'the counts on a page', () => {
  let stage: WidgetStage;

  beforeAll(async () => {
    stage = await WidgetStage.open();
  });
  afterAll(() => stage.close());

  async function open(
    path: string,
  ): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
    const page = await stage.newPage();
    const complaints = complaintsOf(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/counts?')) asked.push(request.url());
    });
    await page.goto(stage.site.address(path));
    return { page, asked, complaints };
  }

  const says = (page: Page, article: string, text: string): Promise<void> =>
    page
      .locator(`#${article}`)
      .filter({ hasText: new RegExp(`^${text}$`) })
      .first()
      .waitFor();

  it('are filled by one request for the whole page, and change by themselves', async () => {
    await stage.client.settle({ article: { id: 'one' } });
    const body = `${span('one', TEXTS)}${span('none', TEXTS)}${span('bare')}${span('one', TEXTS)}`;
    const { page, asked, complaints } = await open(stage.site.list('/list', body));
    await says(page, 'one', '1 comment');
    await says(page, 'none', 'Nothing yet');
    await says(page, 'bare', '0');
    await stage.client.settle({ article: { id: 'one' } });
    await says(page, 'one', '2 comments');
    await stage.client.settle({ article: { id: 'bare' } });
    await says(page, 'bare', '1');
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('come for what is added to the page later', async () => {
    await stage.client.settle({ article: { id: 'later' } });
    const { page } = await open(stage.site.list('/later-list', span('first')));
    await says(page, 'first', '0');
    await page.evaluate(
      "const p = document.createElement('p'); p.id = 'later'; const s = document.createElement('span'); s.setAttribute('data-moderato-count', 'later'); p.append(s); document.body.append(p);",
    );
    await says(page, 'later', '1');
  });

  it('are asked for a hundred at a time', async () => {
    await stage.client.settle({ article: { id: 'n149' } });
    const body = Array.from({ length: 150 }, (_, n) => span(`n${n}`)).join('');
    const { page, asked } = await open(stage.site.list('/hundreds', body));
    await says(page, 'n149', '1');
    await says(page, 'n0', '0');
    expect(asked.map((url) => new URL(url).searchParams.getAll('article').length).sort()).toEqual([
      100, 50,
    ]);
  });
});
