import { ago } from './ago.js';
import { html, type Markup } from './markup.js';
import { type DemoSite, details, NEWSPAPER, page } from './page.js';
import { picture } from './pictures.js';
import { STORIES, type Story } from './stories.js';

/** One story with its comments, and the others beside it. */
export function articlePage(site: DemoSite, story: Story): Markup {
  const related = STORIES.filter(({ id }) => id !== story.id);
  const main = html`<div class="reading">
    <main>
      <article class="story">
        <p class="section">${story.section}</p>
        <h1>${story.title}</h1>
        <p class="standfirst">${story.standfirst}</p>
        <p class="byline">By the ${story.desk.toLowerCase()} · ${ago(story.minutesAgo)}</p>
        <figure>${picture(story.id)}</figure>
        ${story.text.map((paragraph) => html`<p>${paragraph}</p>`)}
        <p class="tags">${story.tags.map((tag) => html`<span class="tag">#${tag}</span> `)}</p>
      </article>
      ${comments(site, story)}
    </main>
    <aside class="related" aria-label="More from the Courier">
      <h2>More from the Courier</h2>
      <ul>
        ${related.map(relatedItem)}
      </ul>
    </aside>
  </div>`;
  return page(site, `${story.title} | ${NEWSPAPER}`, main);
}

function comments({ siteKey }: DemoSite, { id, section, title }: Story): Markup {
  return html`<div id="comments" class="comments">
    <details class="try">
      <summary>What to try</summary>
      <p>Post one of these, and watch what becomes of it:</p>
      <ul>
        <li>
          <q>Glad they kept it. My grandmother crossed it every day.</q> is published within a
          moment.
        </li>
        <li>
          <q>You are a pathetic idiot and everybody who agrees with you is just as stupid.</q> waits
          for a moderator.
        </li>
        <li>
          <q>Earn $5000 a week from home, write me on WhatsApp +1 202 555 0147</q> waits as well:
          the console says why.
        </li>
      </ul>
      <p>Then open this page in a second window: what you post in one appears in the other.</p>
    </details>
    <moderato-comments
      article="${id}"
      site-key="${siteKey}"
      headline="${title}"
      section="${section}"
      theme="auto"
    ></moderato-comments>
    <script type="module" src="/widget.js"></script>
  </div>`;
}

function relatedItem(story: Story): Markup {
  return html`<li>
    <h3><a href="/demo/${story.id}">${story.title}</a></h3>
    ${details(story)}
  </li>`;
}
