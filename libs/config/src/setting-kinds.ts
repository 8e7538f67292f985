import { makeValidator } from 'envalid';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { originProblem } from '#contract';
import { Rate } from './rate.js';

/** A setting that is not what it should be; the message names the rule and never the value, which may be a secret. */
function refuse(rule: string): never {
  throw new TypeError(`must be ${rule}`);
}

export function urlWith(...schemes: string[]) {
  return makeValidator<string>((input) => {
    const rule = `a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
    if (!URL.canParse(input)) refuse(rule);
    return schemes.includes(new URL(input).protocol.slice(0, -1)) ? input : refuse(rule);
  });
}

export function integer(minimum: number, maximum: number) {
  return makeValidator<number>((input) => {
    const value = Number(input);
    const inside = /^\d+$/.test(input) && value >= minimum && value <= maximum;
    return inside ? value : refuse(`a whole number from ${minimum} to ${maximum}`);
  });
}

export const text = makeValidator<string>((input) => input);

export const key = (prefix: string) =>
  makeValidator<string>((input) =>
    /^[A-Za-z0-9_-]{16,128}$/.test(input)
      ? input
      : refuse(`16 to 128 letters, digits, "-" or "_", as in ${prefix}_4f9a…`),
  );

/** The origins of a list with commas between them, or `*`; `null` for what is no such list. */
export function originList(input: string): string[] | null {
  const list = input.split(',').map((origin) => origin.trim());
  return list.every((origin) => originProblem(origin) === null) ? [...new Set(list)] : null;
}

export const ORIGIN_LIST =
  '"*" or origins separated by commas, as in https://news.example (http:// for localhost alone)';

export const origins = makeValidator<string[]>((input) => originList(input) ?? refuse(ORIGIN_LIST));

export const proxies = makeValidator<string>((input) =>
  /^(true|false|\d{1,2}|[0-9a-fA-F.:/, ]+|loopback|uniquelocal|linklocal)$/.test(input)
    ? input
    : refuse('"true", "false", a number of hops, or addresses and networks separated by commas'),
);

export const choice = <T extends string>(...choices: T[]) =>
  makeValidator<T>(
    (input) => choices.find((known) => known === input) ?? refuse(`one of ${choices.join(', ')}`),
  );

export const httpUrl = makeValidator<string>((input) => {
  const url = URL.canParse(input) ? new URL(input) : null;
  const plain = url !== null && url.username === '' && url.password === '' && url.hash === '';
  return plain && /^https?:$/.test(url.protocol)
    ? input
    : refuse('a URL that starts with https:// or http:// and holds no user and password');
});

export const rate = makeValidator<Rate | 'off'>((input) => {
  if (input === 'off') return input;
  const [, tokens, seconds] = /^(\d{1,7})\/(\d{1,5})$/.exec(input) ?? [];
  return Number(tokens) > 0 && Number(seconds) > 0
    ? new Rate(Number(tokens), Number(seconds))
    : refuse('"off", or how many within how many seconds, as in 10/60');
});

/** An https or http address without a path, which is how browsers name where a page comes from. */
export const origin = makeValidator<string>((input) => {
  const bare = URL.canParse(input) && `${new URL(input).origin}/` === new URL(input).href;
  return bare && /^https?:/i.test(input)
    ? new URL(input).origin
    : refuse('an address without a path, as in https://moderato.news.example');
});

/** A provider proves itself by https; only on this very machine may it do without. */
export const issuer = makeValidator<string>((input) => {
  const url = URL.canParse(input) ? new URL(input) : null;
  const local = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && local);
  return safe && url.username === '' && url.search === '' && url.hash === ''
    ? input
    : refuse('the issuer’s https:// address, as in https://login.news.example');
});

export const label = makeValidator<string>((input) =>
  /^[^\p{C}]{1,60}$/u.test(input) ? input : refuse('up to 60 visible characters'),
);

/** What can stand in a header: Node would show one that cannot in its error. */
export const secret = makeValidator<string>((input) =>
  /^[\x21-\x7e]{1,512}$/.test(input) ? input : refuse('up to 512 ASCII characters without spaces'),
);

const KEY_BYTES = 32;
const KEYS = `keys of ${KEY_BYTES} bytes in base64 or hexadecimal, as openssl rand -base64 ${KEY_BYTES} makes them, separated by commas`;

/** Keys of AES-256; as objects of Node's, which do not show what they hold to whoever prints them. */
export const encryptionKeys = makeValidator<readonly KeyObject[]>((input) => {
  const keys = input.split(',').map((part, at) => {
    const bytes = keyBytes(part.trim());
    if (bytes === null) refuse(`${KEYS}; number ${at + 1} is neither`);
    if (bytes.length === KEY_BYTES) return bytes;
    return refuse(`${KEYS}; number ${at + 1} has ${bytes.length} bytes`);
  });
  const twice = keys.findIndex((one, at) => keys.findIndex((other) => other.equals(one)) < at);
  if (twice !== -1) refuse(`${KEYS}; number ${twice + 1} was there before`);
  return keys.map((one) => createSecretKey(one));
});

function keyBytes(given: string): Buffer | null {
  if (/^([0-9a-f]{2})+$/i.test(given)) return Buffer.from(given, 'hex');
  return /^[\w+/-]+={0,2}$/.test(given) ? Buffer.from(given, 'base64') : null;
}

export const modelName = makeValidator<string>((input) =>
  /^[\w.:/-]{1,100}$/.test(input) ? input : refuse('up to 100 letters, digits and . : / _ -'),
);
