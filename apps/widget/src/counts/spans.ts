import { countText } from './count-text.js';

const NAME = 'data-moderato-count';

/** The elements of the page that wait for a count, by their articles. */
export function articlesAsked(): string[] {
  const elements = document.querySelectorAll(`[${NAME}]`);
  return [...new Set([...elements].map((element) => element.getAttribute(NAME) ?? ''))].filter(
    Boolean,
  );
}

/** Writes the counts; what says the same already is left alone, for those who observe the page. */
export function fill(counts: ReadonlyMap<string, number>): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[${NAME}]`)) {
    const count = counts.get(element.getAttribute(NAME) ?? '');
    if (count === undefined) continue;
    const language = element.closest<HTMLElement>('[lang]')?.lang ?? '';
    const text = countText(count, element.dataset, language);
    if (element.textContent !== text) element.textContent = text;
  }
}

/** Calls back when the page gets elements that wait for a count of another article. */
export function observe(onChange: () => void): void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: [NAME],
  });
}
