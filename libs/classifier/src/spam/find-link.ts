import { unitClass } from './folded-text.js';
import { HASH_START, hashUnit } from './hash.js';
import { endsHost, hostKind, HostKind } from './spam-hosts.js';
import { UnitClass } from './unit-tables.js';

/** Where a link or an e-mail address stands, in folded offsets. */
export interface LinkPlace {
  start: number;
  end: number;
  /** See `HostKind`. */
  kind: number;
  isMail: boolean;
}

const SLASH = 47;
const COLON = 58;
const DOT = 46;
const AT = 64;
const HYPHEN = 45;
const QUESTION = 63;

function isHostUnit(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === UnitClass.letter || kind === UnitClass.digit || unit === HYPHEN || unit === 95;
}

/** The kind of the host between two offsets, by its last two labels. */
function kindBetween(units: Uint16Array, start: number, end: number): number {
  let dots = 0;
  let from = end;
  while (from > start) {
    if (units[from - 1] === DOT && ++dots === 2) break;
    from--;
  }
  let hash = HASH_START;
  for (let at = from; at < end; at++) hash = hashUnit(hash, units[at] as number);
  return hostKind(hash >>> 0);
}

function endOfHost(units: Uint16Array, from: number, end: number): number {
  let at = from;
  while (at < end && (isHostUnit(units[at] as number) || units[at] === DOT)) at++;
  while (at > from && units[at - 1] === DOT) at--;
  return at;
}

/** `scheme://host…`: the link goes on to the end of the chunk. */
function findScheme(units: Uint16Array, start: number, end: number, place: LinkPlace): boolean {
  for (let at = start; at + 2 < end; at++) {
    if (units[at] !== COLON || units[at + 1] !== SLASH || units[at + 2] !== SLASH) continue;
    let from = at;
    while (from > start && unitClass(units[from - 1] as number) === UnitClass.letter) from--;
    place.start = from;
    place.end = end;
    place.kind = kindBetween(units, at + 3, endOfHost(units, at + 3, end));
    return true;
  }
  return false;
}

/** Where the label ends that begins here, if it is the ending of a host; -1 if it is not. */
function endOfLabel(units: Uint16Array, from: number, end: number): number {
  let hash = HASH_START;
  let to = from;
  while (to < end && unitClass(units[to] as number) === UnitClass.letter) {
    hash = hashUnit(hash, units[to++] as number);
  }
  const goesOn = to < end && (isHostUnit(units[to] as number) || isInnerDot(units, to, end));
  return !goesOn && endsHost(hash >>> 0, to < end && units[to] === SLASH) ? to : -1;
}

/** `name.com`, `name.com/path` and `user@name.com`: a dot with a known ending behind it. */
function findHost(units: Uint16Array, start: number, end: number, place: LinkPlace): boolean {
  let from = start;
  for (let at = start; at < end; at++) {
    const unit = units[at] as number;
    if (unit !== DOT) {
      // A handle's dots make no link, an address's do.
      if (!isHostUnit(unit)) from = unit === AT && at > from ? from : at + 1;
      continue;
    }
    const to = endOfLabel(units, at + 1, end);
    if (to < 0 || at === from) continue;
    fillHost(units, from, to, place);
    place.end = to < end && (units[to] === SLASH || units[to] === QUESTION) ? end : to;
    return from === start || units[from - 1] !== AT;
  }
  return false;
}

function isInnerDot(units: Uint16Array, at: number, end: number): boolean {
  return units[at] === DOT && at + 1 < end && isHostUnit(units[at + 1] as number);
}

function fillHost(units: Uint16Array, from: number, to: number, place: LinkPlace): void {
  let at = from;
  while (at < to && units[at] !== AT) at++;
  place.isMail = at < to;
  place.start = from;
  place.kind = place.isMail ? HostKind.other : kindBetween(units, from, to);
}

const WATCH = Array.from('watch', (letter) => letter.charCodeAt(0));

/** `/watch?v=…`, what is left where a site cuts its own host off. */
function findVideoPath(units: Uint16Array, start: number, end: number, place: LinkPlace): boolean {
  for (let at = start; at + 8 < end; at++) {
    if (units[at] !== SLASH || units[at + 6] !== QUESTION) continue;
    if (!WATCH.every((unit, offset) => units[at + 1 + offset] === unit)) continue;
    place.start = at;
    place.end = end;
    place.kind = HostKind.video;
    return true;
  }
  return false;
}

/** Finds the first link or e-mail address within a chunk without spaces, in linear time. */
export function findLink(
  units: Uint16Array,
  start: number,
  end: number,
  place: LinkPlace,
): boolean {
  place.isMail = false;
  return (
    findScheme(units, start, end, place) ||
    findHost(units, start, end, place) ||
    findVideoPath(units, start, end, place)
  );
}
