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

/** One customer's part of the internet. */
export interface Network {
  /** The address, or, of IPv6, the network (64 bits): a reader has all the addresses in it. */
  network: string;
  /** Whether it can be a reader's at all: behind a proxy that TRUST_PROXY does not name, all come from one address. */
  isPublic: boolean;
}

/** The network that an address belongs to; `null` for what is no address. */
export function networkOf(ip: string): Network | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  const address = mapped ?? ip;
  if (isIP(address) === 0) return null;
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return {
    network: family === 'ipv6' ? network64(address) : address,
    isPublic: !NOT_A_READER.check(address, family),
  };
}

/** The reader's network as it is stored: blinded; `null` for one that is not public. */
export function readerAddress(site: Site, ip: string): Buffer | null {
  const found = networkOf(ip);
  return found?.isPublic ? blindAddress(site.signingKey, found.network) : null;
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
