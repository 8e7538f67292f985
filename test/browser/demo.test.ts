import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scoreFromText } from '../e2e/support/checks.js';
import { buildOnce } from '../harness/processes.js';
import { describeWith, needs } from '../harness/requirements.js';
import { startService, type TestService } from '../harness/service.js';
import { axeFindings } from './support/axe.js';
import { complaintsOf, type Look, openChromium, openReader } from './support/chromium.js';
import { Widget } from './support/widget.js';

describeWith(needs.chromium, 'the demonstration in a browser', () => {
  let service: TestService;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    await buildOnce();
    service = await startService({ checks: [scoreFromText], settings: { DEMO: 'true' } });
    await service.app.listen(0, '127.0.0.1');
    address = await service.app.getUrl();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });

  async function newPage(look: Look = {}): Promise<Page> {
    return (await openReader(browser, look)).newPage();
  }

  it('shows a newcomer how a comment is judged, and counts it on the front page', async () => {
    const front = await newPage();
    const complaints = complaintsOf(front);
    const requested: string[] = [];
    front.on('request', (request) => requested.push(request.url()));
    await front.goto(`${address}/demo`);
    const count = front.locator('[data-moderato-count="city-budget"]');
    await count.filter({ hasText: 'No comments yet' }).waitFor();
    const page = await newPage();
    await page.goto(`${address}/demo`);
    await page
      .getByRole('link', { name: 'Council passes the budget by fourteen votes to nine' })
      .click();
    const widget = new Widget(page);
    await widget.post('More buses, please.');
    await widget.status('More buses, please.', 'published');
    await count.filter({ hasText: '1 comment' }).waitFor();
    expect(complaints).toEqual([]);
    expect(requested.filter((url) => !url.startsWith(address))).toEqual([]);
  });

  it.each([
    ['/demo', 1280, false],
    ['/demo', 360, true],
    ['/demo/harbor-bridge', 1280, true],
    ['/demo/harbor-bridge', 360, false],
  ])('has nothing on %s that axe objects to, at %d pixels, dark: %s', async (path, width, dark) => {
    const page = await newPage({ width, dark });
    await page.goto(`${address}${path}`);
    await page.locator('[data-moderato-count]').filter({ hasText: /\w/ }).first().waitFor();
    if (path !== '/demo') await new Widget(page).field.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
