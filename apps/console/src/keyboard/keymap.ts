/** Every key of the console: the table behind the listener and behind the list of keys. */
export const KEYMAP = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  approve: ['a'],
  reject: ['r'],
  skip: ['s'],
  note: ['n'],
  open: ['o', 'Enter'],
  author: ['p'],
  standing: ['b'],
  undo: ['u', 'Mod+z'],
  select: ['x'],
  selectRange: ['X'],
  selectAll: ['Mod+a'],
  clear: ['Escape'],
  filter: ['f'],
  search: ['/'],
  help: ['?'],
  goHeld: ['g h', 'g q'],
  goReported: ['g r'],
  goAppealed: ['g e'],
  goCampaigns: ['g c'],
  goMine: ['g m'],
  goDecided: ['g d'],
  goSearch: ['g s'],
  goPolicy: ['g p'],
  goReasons: ['g n'],
  goIntegrations: ['g i'],
  goTeam: ['g t'],
  goSite: ['g w'],
  goAudit: ['g l'],
  goAccount: ['g a'],
} as const satisfies Record<string, readonly string[]>;
export type KeyAction = keyof typeof KEYMAP;

/** The groups of the list of keys, in its order. */
export const KEY_GROUPS = {
  decide: ['approve', 'reject', 'skip', 'note', 'standing', 'undo'],
  move: ['next', 'previous', 'open', 'author', 'clear'],
  select: ['select', 'selectRange', 'selectAll'],
  find: ['filter', 'search', 'help'],
  go: [
    'goHeld',
    'goReported',
    'goAppealed',
    'goCampaigns',
    'goMine',
    'goDecided',
    'goSearch',
    'goPolicy',
    'goReasons',
    'goIntegrations',
    'goTeam',
    'goSite',
    'goAudit',
    'goAccount',
  ],
} as const satisfies Record<string, readonly KeyAction[]>;
export type KeyGroup = keyof typeof KEY_GROUPS;

/** What of a keyboard event tells keys apart. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

export type KeyMatch =
  | { kind: 'action'; action: KeyAction }
  /** The first key of two, as `g` of `g q`. */
  | { kind: 'prefix'; prefix: string }
  | { kind: 'none' };

const SINGLE = new Map<string, KeyAction>();
const SEQUENCES = new Map<string, Map<string, KeyAction>>();
for (const [action, keys] of Object.entries(KEYMAP) as [KeyAction, readonly string[]][]) {
  for (const name of keys) {
    const [prefix = '', second] = name.split(' ');
    if (second === undefined) SINGLE.set(name, action);
    else
      SEQUENCES.set(
        prefix,
        (SEQUENCES.get(prefix) ?? new Map<string, KeyAction>()).set(second, action),
      );
  }
}

const NONE: KeyMatch = { kind: 'none' };

/** `Mod+z` for Ctrl or ⌘ with z; `null` for combinations that belong to the system. */
function nameOf({ key, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return `Mod+${key.toLowerCase()}`;
  return key;
}

/**
 * What a key means.
 * @param prefix the first key of a sequence, if one was just pressed.
 */
export function matchKey(press: KeyPress, prefix: string | null): KeyMatch {
  const name = nameOf(press);
  if (name === null) return NONE;
  if (prefix !== null) {
    const action = SEQUENCES.get(prefix)?.get(name);
    return action === undefined ? NONE : { kind: 'action', action };
  }
  if (SEQUENCES.has(name)) return { kind: 'prefix', prefix: name };
  const action = SINGLE.get(name);
  return action === undefined ? NONE : { kind: 'action', action };
}
