// The pictures of docs/widget.md, from the demonstration of a fresh service and our own samples:
//   MODERATO_DATA=/tmp/pictures PORT=3906 npm start
//   node scripts/screenshots-widget.mjs http://127.0.0.1:3906
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { PROJECT } from './preconditions.mjs';

const FOLDER = join(PROJECT, 'docs', 'images');
const ARTICLE = 'harbor-bridge';
const NAMES = ['Mira', 'Ferry captain (ret.)', 'Camille R.', 'نور', '海風'];
const address = process.argv[2] ?? 'http://127.0.0.1:3000';

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
await postSamples();
await picture('widget-light', { width: 760, height: 1000 }, 'light');
await picture('widget-dark', { width: 380, height: 900 }, 'dark', 'zh-Hant');
await page({ width: 1200, height: 900 }, 'light', async (front) => {
  await front.goto(`${address}/demo`);
  await front
    .locator('[data-moderato-count]', { hasText: /^\d+ comments$/ })
    .first()
    .waitFor();
  await front.screenshot({ path: join(FOLDER, 'widget-counts.png') });
});
await browser.close();

/** As readers would, one after the other; the service counts who likes what. */
async function postSamples() {
  const key = await siteKey();
  const lines = readFileSync(join(PROJECT, 'samples', 'comments.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const samples = lines.map((line) => JSON.parse(line));
  const abuse = /abusive|obfuscated|spam|links|gibberish|capitals/;
  const chosen = samples.filter(({ article, kind }) => article === ARTICLE && !abuse.test(kind));
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const [index, { text, id, parent }] of chosen.slice(0, NAMES.length).entries()) {
    const response = await fetch(`${address}/v1/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-site-key': key, prefer: 'wait=10' },
      body: JSON.stringify({
        article: { id: ARTICLE },
        body: text,
        parentId: parent === undefined ? null : (ids.get(parent) ?? null),
        author: { name: NAMES[index] },
      }),
    });
    const answer = await response.json();
    if (response.status >= 400) throw new Error(`Not taken: ${JSON.stringify(answer)}`);
    if (id !== undefined) ids.set(id, answer.id);
  }
}

async function siteKey() {
  const text = await (await fetch(`${address}/demo`)).text();
  return /data-site-key="([^"]+)"/.exec(text)?.[1] ?? '';
}

/**
 * The comments as somebody sees them who likes one and has written one that is held.
 *
 * @param {string} name
 * @param {{ width: number, height: number }} viewport
 * @param {'light' | 'dark'} colorScheme
 * @param {string} [lang]
 */
async function picture(name, viewport, colorScheme, lang = 'en') {
  await page(viewport, colorScheme, async (article) => {
    await article.goto(`${address}/demo/${ARTICLE}`);
    const widget = article.locator('moderato-comments');
    await widget.evaluate((element, tag) => element.setAttribute('lang', tag), lang);
    await widget
      .locator(`section[lang="${lang === 'en' ? 'en' : 'zh-Hant'}"] article`)
      .first()
      .waitFor();
    await widget.locator('.reaction').first().click();
    await widget
      .locator('#text-new')
      .fill('Earn $5000 a week from home, write me: +1 202 555 0147');
    await widget.locator('form button.primary').first().click();
    await widget.locator('[data-status="held"]').waitFor();
    await widget.evaluate((element) => element.scrollIntoView());
    await article.screenshot({ path: join(FOLDER, `${name}.png`) });
  });
}

/**
 * @param {{ width: number, height: number }} viewport
 * @param {'light' | 'dark'} colorScheme
 * @param {(page: import('playwright-core').Page) => Promise<void>} work
 */
async function page(viewport, colorScheme, work) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  await work(await context.newPage());
  await context.close();
}
