import { render, type TemplateResult } from 'lit/html.js';

/** An item of a list, and the key by which it is known again. */
export type Item = readonly [key: string, view: TemplateResult];

const elements = new WeakMap<object, Map<string, HTMLElement>>();

/**
 * A list in which each item keeps its element when others come or go: a field in one of them keeps
 * the keyboard. Lit's `repeat` does this and more; the more is a twentieth of what this widget may weigh.
 * @param owner for whose life the elements are kept.
 */
export function keyedList(owner: object, name: string, items: readonly Item[]): HTMLElement {
  const list = elementOf(owner, 'ol', name);
  const wanted = new Set<Element>();
  for (const [key, view] of items) {
    const item = elementOf(owner, 'li', key);
    render(view, item);
    wanted.add(item);
  }
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  let next = list.firstElementChild;
  for (const item of wanted) {
    if (item === next) next = next.nextElementSibling;
    else list.insertBefore(item, next);
  }
  return list;
}

function elementOf(owner: object, tag: string, key: string): HTMLElement {
  const kept = elements.get(owner) ?? new Map<string, HTMLElement>();
  elements.set(owner, kept);
  const element = kept.get(tag + key) ?? document.createElement(tag);
  kept.set(tag + key, element);
  return element;
}
