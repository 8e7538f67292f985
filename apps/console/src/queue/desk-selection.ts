import type { DeskState } from './desk-state.js';

/** Takes one item into the selection or out of it. */
export function toggle(state: DeskState, id: string): DeskState {
  const selected = new Set(state.selected);
  if (!selected.delete(id)) selected.add(id);
  return { ...state, selected, anchor: id, focus: id };
}

/** Selects all from the last one that was toggled. */
export function extendTo(state: DeskState, id: string): DeskState {
  const place = (wanted: string | null): number =>
    state.entries.findIndex(({ item }) => item.id === wanted);
  const [from, to] = [place(state.anchor), place(id)];
  if (from === -1 || to === -1) return toggle(state, id);
  const between = state.entries.slice(Math.min(from, to), Math.max(from, to) + 1);
  const selected = new Set([...state.selected, ...between.map(({ item }) => item.id)]);
  return { ...state, selected, focus: id };
}

export function clearSelection(state: DeskState): DeskState {
  return { ...state, selected: new Set(), anchor: null };
}

/** What an action is for: the selection, else what is looked at. */
export function targetsOf({ entries, selected, focus }: DeskState): string[] {
  const ids = entries.filter(({ taken }) => taken === null).map(({ item }) => item.id);
  return selected.size > 0
    ? ids.filter((id) => selected.has(id))
    : ids.filter((id) => id === focus);
}
