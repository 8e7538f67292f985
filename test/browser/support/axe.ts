import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { html: string; any: { message: string }[] }[];
}

/** What axe finds wrong with a page, the shadows of its elements included; one line for each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ any, html }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
