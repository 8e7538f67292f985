import { ago } from './ago.js';
import { html, type Markup } from './markup.js';
import type { Story } from './stories.js';

/** What the page is told by the service. */
export interface DemoSite {
  /** Public: every page of the site carries it. */
  siteKey: string;
}

/** Its name, and the title of its front page. */
export const NEWSPAPER = 'The Harbor Courier';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'full' });

/** The frame of every page of the newspaper. */
export function page({ siteKey }: DemoSite, title: string, main: Markup): Markup {
  const name = html`<a class="name" href="/demo">${NEWSPAPER}</a>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="/demo/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/demo/demo.css" />
        <script type="module" src="/counts.js" data-site-key="${siteKey}"></script>
      </head>
      <body>
        <nav class="strip" aria-label="Demonstration">
          <span>A demonstration of Moderato</span>
          <a href="/console">Open the console</a>
        </nav>
        <header class="masthead">
          ${title === NEWSPAPER ? html`<h1>${name}</h1>` : name}
          <p class="dateline">
            <time>${DATE.format(new Date())}</time><span>Every comment is read</span>
          </p>
        </header>
        ${main}
        <footer class="colophon">
          <p>
            A newspaper that does not exist, with news that did not happen. Its comments are real.
          </p>
        </footer>
      </body>
    </html> `;
}

/** When it came out, what it is about, and how many have commented on it. */
export function details(story: Story): Markup {
  const when = new Date(Date.now() - story.minutesAgo * 60_000).toISOString();
  const tags = story.tags.map((tag) => html`<span class="tag">#${tag}</span> `);
  return html`<p class="details">
    <time datetime="${when}">${ago(story.minutesAgo)}</time>
    <span class="tags">${tags}</span>
    <a class="count" href="/demo/${story.id}#comments"
      ><span
        data-moderato-count="${story.id}"
        data-zero="No comments yet"
        data-one="{n} comment"
        data-many="{n} comments"
      ></span
    ></a>
  </p>`;
}
