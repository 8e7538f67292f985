import { BlockList, isIP } from 'node:net';
import { blindAddress, type Site } from '#sites';

/** Addresses that name a machine of the site or a proxy, not a reader (RFC 6890). */
const NOT_A_READER = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  NOT_A_READER.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  NOT_A_READER.addSubnet(network, bits, 'ipv6');
}

/**
 * The reader's address as it is stored: blinded, of IPv6 only the network (64 bits), since a reader
 * has all the addresses in it. `null` for an address that is not public: behind a proxy that
 * TRUST_PROXY does not name, all readers would otherwise be one.
 */
export function readerAddress(site: Site, ip: string): Buffer | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  const address = mapped ?? ip;
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0 || NOT_A_READER.check(address, family)) return null;
  return blindAddress(site.signingKey, family === 'ipv6' ? network64(address) : address);
}

function network64(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
