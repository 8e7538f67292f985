import { html, type Markup } from './markup.js';
import { type DemoSite, details, NEWSPAPER, page } from './page.js';
import { picture } from './pictures.js';
import { STORIES, type Story } from './stories.js';

/** The newspaper's front page: the stories, each with its count. */
export function frontPage(site: DemoSite): Markup {
  const [lead, ...others] = STORIES;
  const main = html`<main class="front">
    ${lead === undefined ? html`` : teaser(lead, 'lead')}
    ${others.map((story, index) => teaser(story, index < 2 ? 'second' : 'third'))}
  </main>`;
  return page(site, NEWSPAPER, main);
}

function teaser(story: Story, rank: 'lead' | 'second' | 'third'): Markup {
  const address = `/demo/${story.id}`;
  return html`<article class="teaser ${rank}">
    <a class="frame" href="${address}" tabindex="-1" aria-hidden="true">${picture(story.id)}</a>
    <div>
      <p class="section">${story.section}</p>
      <h2><a href="${address}">${story.title}</a></h2>
      <p class="standfirst">${story.standfirst}</p>
      ${details(story)}
    </div>
  </article>`;
}
