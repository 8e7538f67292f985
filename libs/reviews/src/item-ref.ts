/** Names one review item. */
export interface ItemRef {
  siteId: string;
  itemId: string;
}

/** The columns of item references, as statements over arrays take them. */
export function itemColumns(refs: readonly ItemRef[]): [string[], string[]] {
  return [refs.map(({ siteId }) => siteId), refs.map(({ itemId }) => itemId)];
}
