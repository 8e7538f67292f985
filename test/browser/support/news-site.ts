import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestService } from '../../harness/service.js';

/** Light and dark: axe takes a page without a background for a white one. */
const STYLE = {
  path: '/page.css',
  text: ':root { background: light-dark(#fff, #16181b); color: light-dark(#222, #eee); }',
};

/** The site of a newsroom: pages of another origin than the service, under a strict policy. */
export class NewsSite {
  private constructor(
    private readonly server: Server,
    private readonly pages: Map<string, string>,
    private readonly service: string,
    private readonly siteKey: string,
  ) {}

  static async start(service: TestService): Promise<NewsSite> {
    await service.app.listen(0, '127.0.0.1');
    const address = await service.app.getUrl();
    const pages = new Map<string, string>();
    const server = createServer(({ url = '' }, response) => {
      const page = pages.get(url);
      const type = url === STYLE.path ? 'text/css' : 'text/html; charset=utf-8';
      response
        .writeHead(page === undefined ? 404 : 200, {
          'content-type': type,
          'content-security-policy': policyFor(address),
        })
        .end(page ?? '');
    });
    pages.set(STYLE.path, STYLE.text);
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return new NewsSite(server, pages, address, service.keys.publicKey);
  }

  /** The address of the service. */
  get api(): string {
    return this.service;
  }

  /** The address of a page under an origin of the same site as the service, or of another site. */
  address(path: string, { host = '127.0.0.1' } = {}): string {
    return `http://${host}:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** Puts up an article with the widget, and gives its path. */
  article(id: string, attributes = '', lang = 'en'): string {
    const widget = `<moderato-comments article="${id}" site-key="${this.siteKey}" ${attributes}></moderato-comments>
      <script type="module" src="${this.service}/widget.js"></script>`;
    return this.put(`/${id}`, `<h1>An article</h1>${widget}`, lang);
  }

  /** Puts up a page with the script of the counts, and gives its path. */
  list(path: string, body: string): string {
    const script = `<script type="module" src="${this.service}/counts.js" data-site-key="${this.siteKey}"></script>`;
    return this.put(path, `<h1>Articles</h1>${body}${script}`, 'en');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private put(path: string, body: string, lang: string): string {
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>News</title><link rel="stylesheet" href="${STYLE.path}"><link rel="icon" href="data:,">`;
    this.pages.set(
      path,
      `<!doctype html><html lang="${lang}"><head>${head}</head><body><main>${body}</main></body></html>`,
    );
    return path;
  }
}

/** Nothing but the service: no inline script, no inline style, no text taken for code. */
function policyFor(service: string): string {
  return [
    "default-src 'none'",
    `script-src ${service}`,
    `connect-src ${service}`,
    "style-src 'self'",
    'img-src data:',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}
