import { latinReading } from '../words/letter-folding.js';

/** The host of a link or of a policy's entry as browsers compare it: lower case, Punycode, no port, no `www.`; `null` if there is none. */
export function canonicalHost(link: string): string | null {
  const address = link.trim().replace(/^\*\./, '');
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address)
    ? address.replace(/^[a-z][a-z0-9+.-]*:/i, 'http:')
    : `http://${address.replace(/^\/\//, '')}`;
  const host = hostnameOf(withScheme)
    ?.replace(/\.$/, '')
    .replace(/^www\./, '');
  return host || null;
}

function hostnameOf(address: string): string | null {
  try {
    return new URL(address).hostname;
  } catch {
    return null;
  }
}

/** The host with look-alike letters read as Latin ones: `pаypal.com` with a Cyrillic `а` is `paypal.com` to its readers. */
export function readableHost(link: string): string | null {
  if (/^[\0-\x7f]*$/.test(link)) return canonicalHost(link);
  const letters = Array.from(link.toLowerCase(), (character) =>
    character < '\u0080' ? character : (latinReading(character)?.letter ?? character),
  );
  return canonicalHost(letters.join(''));
}

const compiled = new WeakMap<readonly string[], ReadonlySet<string>>();

function hostSet(entries: readonly string[]): ReadonlySet<string> {
  let set = compiled.get(entries);
  if (!set) {
    set = new Set(entries.flatMap((entry) => canonicalHost(entry) ?? []));
    compiled.set(entries, set);
  }
  return set;
}

/** Whether a canonical host, or a domain above it, is among the entries of a policy; the entries are compiled once. */
export function isListedHost(host: string, entries: readonly string[]): boolean {
  if (entries.length === 0) return false;
  const hosts = hostSet(entries);
  for (let rest = host; rest !== '';) {
    if (hosts.has(rest)) return true;
    const dot = rest.indexOf('.');
    if (dot < 0) return false;
    rest = rest.slice(dot + 1);
  }
  return false;
}
