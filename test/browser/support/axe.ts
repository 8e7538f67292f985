import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { html: string; any: { message: string }[] }[];
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can break: all else is the same in both. */
const COLORS = ['color-contrast', 'link-in-text-block'];

/** What fades from one theme to the other has colors of neither on the way. */
const COLORS_TO_REST = `Promise.allSettled(document.getAnimations()
  .filter((animation) => animation instanceof CSSTransition)
  .map((transition) => transition.finished))`;

/**
 * What axe finds wrong with a page in its light and in its dark theme, the shadows of its elements
 * included; one line for each. The page has the light one afterwards.
 * @param but rules that need not be kept
 */
export async function axeFindings(page: Page, { but = [] as string[] } = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, { runOnly: { type: 'rule', values: COLORS } });
  await page.emulateMedia({ colorScheme: 'light' });
  const rules = Object.fromEntries(but.map((rule) => [rule, { enabled: false }]));
  const light = await run(page, { runOnly: { type: 'tag', values: STANDARDS }, rules });
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  await page.evaluate(COLORS_TO_REST);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ any, html }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
