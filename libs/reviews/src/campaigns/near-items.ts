/** Two open items whose texts are nearly the same. */
export interface NearPair {
  item_id: string;
  other_id: string;
  other_campaign_id: string | null;
}

/** Items that belong together, and the campaigns that turned out to be one. */
export interface Group {
  itemIds: string[];
  campaignIds: string[];
}

/** Puts together what is near to each other, directly or by way of others; an item with nothing near it is in no group. */
export function groupsOf(pairs: readonly NearPair[]): Group[] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    const parent = parents.get(node) ?? node;
    if (parent === node) return node;
    const root = rootOf(parent);
    parents.set(node, root);
    return root;
  };
  const join = (one: string, other: string): void => {
    parents.set(rootOf(one), rootOf(other));
    parents.set(rootOf(other), rootOf(other));
  };
  for (const { item_id: item, other_id: other, other_campaign_id: campaign } of pairs) {
    join(`item ${item}`, `item ${other}`);
    if (campaign !== null) join(`item ${other}`, `campaign ${campaign}`);
  }
  const groups = new Map<string, Group>();
  for (const node of parents.keys()) {
    const root = rootOf(node);
    const group = groups.get(root) ?? { itemIds: [], campaignIds: [] };
    groups.set(root, group);
    const [kind, id = ''] = node.split(' ');
    (kind === 'item' ? group.itemIds : group.campaignIds).push(id);
  }
  return [...groups.values()];
}

/**
 * Of each group one item that has found as many without a campaign as are found at once: there may
 * be more of them. What it has found is of a campaign then, so that it finds others the next time.
 */
export function seekersOf(
  groups: readonly Group[],
  pairs: readonly NearPair[],
  atOnce: number,
): string[] {
  const found = new Map<string, number>();
  for (const { item_id: item, other_campaign_id: campaign } of pairs) {
    if (campaign === null) found.set(item, (found.get(item) ?? 0) + 1);
  }
  return groups.flatMap(({ itemIds }) => {
    const seeker = itemIds.find((id) => (found.get(id) ?? 0) >= atOnce);
    return seeker === undefined ? [] : [seeker];
  });
}
