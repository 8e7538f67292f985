import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { startService, type TestService } from '../harness/service.js';

/** What keeps Chromium from calling home, and lets it run as root. */
const ARGUMENTS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

describeWith(needs.chromium, 'the documentation in a browser', () => {
  let service: TestService;
  let browser: Browser;
  let address: string;
  let page: Page;
  let requested: string[];
  let complaints: string[];

  beforeAll(async () => {
    service = await startService({ worker: false });
    await service.app.listen(0, '127.0.0.1');
    address = await service.app.getUrl();
    browser = await chromium.launch({ executablePath: needs.chromium.path!, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });
  beforeEach(async (context) => {
    page = await browser.newPage();
    context.onTestFinished(() => page.close());
    requested = [];
    complaints = [];
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
  });

  async function open(width: number): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${address}/docs`);
    await page.locator('.opblock').first().waitFor();
  }

  it('loads from the service alone and without a complaint', async () => {
    await open(1280);
    const elsewhere = requested.filter(
      (url) => !url.startsWith(`${address}/`) && !url.startsWith('data:'),
    );
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows every operation and the table of error codes', async () => {
    await open(1280);
    const shown = await page.locator('.opblock-summary-path').allInnerTexts();
    // Swagger UI lets long paths break at slashes by zero-width spaces.
    const paths = new Set(shown.map((path) => path.replaceAll('\u200b', '')));
    for (const path of [
      '/v1/comments',
      '/v1/comments/{id}',
      '/v1/counts',
      '/v1/policy',
      '/v1/articles/{id}',
      '/health/ready',
    ]) {
      expect(paths).toContain(path);
    }
    expect(await page.locator('.info table').innerText()).toContain('IDEMPOTENCY_KEY_REUSED');
  });

  it('posts the example comment from "Try it out"', async () => {
    await open(1280);
    await page.locator('.authorize').first().click();
    const dialog = page.locator('.modal-ux');
    await dialog.locator('input').first().fill(service.keys.publicKey);
    await dialog.locator('button.authorize').first().click();
    await dialog.locator('button.btn-done').first().click();
    const operation = page.locator('.opblock-post').first();
    await operation.locator('.opblock-summary').click();
    await operation.locator('.try-out__btn').click();
    await operation.locator('.execute').click();
    await operation.locator('.live-responses-table .response-col_status').last().waitFor();
    expect(await operation.locator('.live-responses-table').innerText()).toMatch(
      /202[\s\S]*authorToken/,
    );
  });

  it('fits a telephone of 360 pixels without scrolling sideways', async () => {
    await open(360);
    await page.locator('.opblock-summary').first().click();
    const wider = await page.evaluate<number>(
      'document.documentElement.scrollWidth - window.innerWidth',
    );
    expect(wider).toBeLessThanOrEqual(0);
  });
});
