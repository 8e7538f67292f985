import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { axeFindings } from './support/axe.js';
import { complaintsOf } from './support/chromium.js';
import { Widget } from './support/widget.js';
import { WidgetStage } from './support/widget-stage.js';

/** What has run code in one page or another. */
const ATTACKS = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '"><svg onload=window.hacked=1>',
  "'-window.hacked=1-'",
  'javascript:window.hacked=1',
  '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '{{constructor.constructor("window.hacked=1")()}}',
  '${window.hacked=1}',
  '</textarea><script>window.hacked=1</script>',
  '<!--<img src="--><img src=x onerror=window.hacked=1//">',
  '<style>*{display:none}</style>',
  '<a href="javascript:window.hacked=1">click</a>',
  '&lt;b&gt;not bold&lt;/b&gt; &amp;amp;',
  '<template shadowrootmode="open"><slot></slot></template>',
];

describeWith(needs.chromium, 'the widget on a page', () => {
  let stage: WidgetStage;

  beforeAll(async () => {
    stage = await WidgetStage.open();
  });
  afterAll(() => stage.close());

  it('runs under a strict policy on a page of another origin, without a complaint', async () => {
    const page = await stage.newPage();
    const complaints = complaintsOf(page);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    const widget = await Widget.open(page, stage.site.address(stage.site.article('strict')));
    await widget.post('Under a strict policy.');
    await widget.status('Under a strict policy.', 'published');
    expect(complaints).toEqual([]);
    const own = [stage.site.api, stage.site.address(''), 'data:'];
    expect(requested.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
  });

  it('shows whatever was written as the text that it is', async () => {
    for (const [index, attack] of ATTACKS.entries())
      await stage.client.settle({
        article: { id: 'xss' },
        body: attack,
        author: { name: `${attack} ${index}`.slice(0, 100) },
      });
    const page = await stage.newPage();
    const widget = await Widget.open(
      page,
      stage.site.address(stage.site.article('xss', 'sort="oldest"')),
    );
    await widget.comment('not bold').waitFor();
    expect(await widget.bodies()).toEqual(ATTACKS);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    const foreign =
      "document.querySelector('moderato-comments').shadowRoot.querySelectorAll('script, iframe, img, style, template, a, [onerror], [onload]').length";
    expect(await page.evaluate(foreign)).toBe(0);
    await widget
      .comment('not bold')
      .getByRole('button', { name: /^Reply/ })
      .click();
    expect(await widget.root.getByText('Reply to &lt;b&gt;not bold').count()).toBe(1);
  });

  it('shows more comments on request, in the order that was asked for', async () => {
    for (let n = 1; n <= 30; n += 1)
      await stage.client.settle({ article: { id: 'many' }, body: `Comment number ${n}.` });
    const widget = await Widget.open(
      await stage.newPage(),
      stage.site.address(stage.site.article('many')),
    );
    await widget.comment('Comment number 30.').waitFor();
    expect((await widget.bodies())[0]).toBe('Comment number 30.');
    await widget.root.getByRole('button', { name: 'Load more comments' }).click();
    await widget.comment('Comment number 1.').waitFor();
    expect(await widget.bodies()).toHaveLength(30);
    await widget.root.getByLabel('Sort by').selectOption('Oldest');
    await widget.root.locator('article').first().filter({ hasText: 'Comment number 1.' }).waitFor();
  });

  it('says that it cannot load, and loads when it can', async () => {
    const page = await stage.newPage();
    await page.route('**/v1/articles/**', (route) =>
      route.fulfill({ status: 503, body: 'Bad gateway' }),
    );
    const widget = new Widget(page);
    await page.goto(stage.site.address(stage.site.article('broken')));
    await widget.root
      .getByRole('alert')
      .getByText('The comments cannot be loaded right now.')
      .waitFor();
    await page.unroute('**/v1/articles/**');
    await widget.root.getByRole('button', { name: 'Try again' }).click();
    await widget.root.getByText('No comments yet…').waitFor();
  });

  it('never moves what one reads: what is new waits behind a bar', async () => {
    await stage.client.settle({ article: { id: 'bar' }, body: 'Being read.' });
    const widget = await Widget.open(
      await stage.newPage(),
      stage.site.address(stage.site.article('bar')),
    );
    const before = await widget.comment('Being read.').boundingBox();
    for (const n of ['one', 'two', 'three'])
      await stage.client.settle({ article: { id: 'bar' }, body: `News number ${n}.` });
    await widget.fresh.filter({ hasText: 'Show 3 new comments' }).waitFor();
    expect(await widget.comment('Being read.').boundingBox()).toEqual(before);
    await widget.fresh.click();
    await widget.comment('News number three.').waitFor();
    expect(await widget.bodies()).toHaveLength(4);
  });

  it.each([
    ['zh-Hant', '還沒有留言…', '撰寫留言', '發表'],
    ['zh-Hans', '还没有评论…', '写评论', '发表'],
    ['zh-TW', '還沒有留言…', '撰寫留言', '發表'],
    ['de', 'No comments yet…', 'Write a comment', 'Post'],
  ])('speaks the language of the page: %s', async (lang, empty, label, button) => {
    const path = stage.site.article(`lang-${lang}`, '', lang);
    const widget = await Widget.open(await stage.newPage(), stage.site.address(path));
    await widget.root.getByText(empty).waitFor();
    await widget.root.getByLabel(label).waitFor();
    expect(await widget.postButton.innerText()).toBe(button);
  });

  describe('with all kinds of comments', () => {
    const path = '/kinds';

    beforeAll(async () => {
      const kinds = { article: { id: 'kinds' } };
      const { id } = await stage.client.settle({
        ...kinds,
        body: 'A word. '.repeat(250),
        author: { name: 'long-winded' },
      });
      await stage.client.settle({
        ...kinds,
        parentId: id,
        body: 'هذا الجسر جزء من ذاكرة المدينة',
        author: { name: 'بحر' },
      });
      await stage.client.settle({
        ...kinds,
        body: `https://example.com/${'a'.repeat(300)}`,
        author: { name: 'n'.repeat(100) },
      });
      await stage.client.settle({
        ...kinds,
        body: '欄杆保留下來真是太好了!',
        author: { name: '海風' },
      });
      stage.site.article('kinds');
    });

    it.each([
      [1280, false],
      [360, false],
      [360, true],
    ])('has nothing that axe objects to, at %d pixels, dark: %s', async (width, dark) => {
      const page = await stage.newPage({ width, dark });
      const widget = await Widget.open(page, stage.site.address(path));
      await widget.post(`Mine: score 0.5 at ${width} ${String(dark)}`);
      await widget.status('Mine', 'held');
      await widget
        .comment('欄杆')
        .getByRole('button', { name: /^Reply/ })
        .click();
      expect(await axeFindings(page)).toEqual([]);
      await widget
        .comment('欄杆')
        .getByRole('button', { name: /^Report/ })
        .click();
      await widget.root.getByRole('dialog').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('needs no scrolling sideways at 320 pixels', async () => {
      const page = await stage.newPage({ width: 320 });
      const widget = await Widget.open(page, stage.site.address(path));
      await widget
        .comment('欄杆')
        .getByRole('button', { name: /^Reply/ })
        .click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });

    it('shows a long text whole on request', async () => {
      const widget = await Widget.open(await stage.newPage(), stage.site.address(path));
      const body = widget.comment('A word.').locator('.body');
      const clamped = (await body.boundingBox())!.height;
      await widget.root.getByRole('button', { name: 'Show all of it' }).click();
      await widget.root.getByRole('button', { name: 'Show less' }).waitFor();
      expect((await body.boundingBox())!.height).toBeGreaterThan(clamped);
    });
  });
});
