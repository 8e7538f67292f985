import type { Browser, Page } from 'playwright-core';
import { scoreFromText } from '../../e2e/support/checks.js';
import { Client } from '../../e2e/support/client.js';
import { buildOnce } from '../../harness/processes.js';
import { startService, type TestService } from '../../harness/service.js';
import { type Look, openChromium, openReader } from './chromium.js';
import { NewsSite } from './news-site.js';
import { Widget } from './widget.js';

/** A service that judges comments by what they say of themselves, a site whose pages have its widget, and a browser. */
export class WidgetStage {
  private constructor(
    readonly service: TestService,
    readonly site: NewsSite,
    readonly browser: Browser,
    readonly client: Client,
  ) {}

  static async open(): Promise<WidgetStage> {
    await buildOnce();
    const service = await startService({ checks: [scoreFromText] });
    const site = await NewsSite.start(service);
    return new WidgetStage(service, site, await openChromium(), new Client(service));
  }

  /** An empty page of a new reader. */
  async newPage(look?: Look): Promise<Page> {
    return (await openReader(this.browser, look)).newPage();
  }

  /** A new reader before the widget of a page of the site, under its usual host unless told otherwise. */
  async reader(path: string, { host, ...look }: Look & { host?: string } = {}): Promise<Widget> {
    const address = this.site.address(path, host === undefined ? {} : { host });
    return Widget.open(await this.newPage(look), address);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.stop();
    await this.service.stop();
  }
}
