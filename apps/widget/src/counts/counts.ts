import { settings, type Settings } from './settings.js';
import { articlesAsked, fill, observe } from './spans.js';

/** As many articles as the service answers for at once. */
const BATCH = 100;
const POLL_MS = 30_000;
const SOON_MS = 50;

const counts = new Map<string, number>();
let source: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = '';

/** Fills the counts of the page, those that it gets later as well, and keeps them true while it is in sight. */
export function startCounts(): void {
  const set = settings();
  document.addEventListener('visibilitychange', () => refresh(set));
  observe(() => {
    // Several changes that come together are one.
    if (articlesAsked().join() !== asked) later(set, SOON_MS);
    else fill(counts);
  });
  refresh(set);
}

function refresh(set: Settings): void {
  clearTimeout(timer);
  source?.close();
  if (document.hidden) return;
  const articles = articlesAsked();
  asked = articles.join();
  for (let from = 0; from < articles.length; from += BATCH)
    void read(set, articles.slice(from, from + BATCH));
  if (!set.live || articles.length === 0) return;
  if (articles.length > BATCH) later(set, POLL_MS);
  else follow(set, articles);
}

/** The browser itself sends the entity tag of what it has, and takes a 304 for it. */
async function read(set: Settings, articles: string[]): Promise<void> {
  try {
    const response = await fetch(addressOf(set, '', articles), { cache: 'no-cache' });
    if (!response.ok) return;
    const answer = (await response.json()) as { counts: Record<string, number> };
    for (const [article, count] of Object.entries(answer.counts)) counts.set(article, count);
    fill(counts);
  } catch {
    // Offline: what the page says stays as it is.
  }
}

function follow(set: Settings, articles: string[]): void {
  const stream = new EventSource(addressOf(set, '/stream', articles));
  source = stream;
  const take = ({ data }: MessageEvent<string>): void => {
    const event = JSON.parse(data) as { type: string; article: string; count: number };
    if (event.type === 'reset') return refresh(set);
    if (event.type !== 'count') return;
    counts.set(event.article, event.count);
    fill(counts);
  };
  for (const type of ['message', 'count', 'reset']) stream.addEventListener(type, take);
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) later(set, POLL_MS);
  });
}

function later(set: Settings, pause: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => refresh(set), pause);
}

function addressOf({ api, siteKey }: Settings, path: string, articles: string[]): string {
  const pairs = articles.map((article) => ['article', article]);
  return `${api}/v1/counts${path}?${new URLSearchParams([['siteKey', siteKey], ...pairs]).toString()}`;
}
