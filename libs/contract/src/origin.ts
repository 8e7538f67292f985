/** Letters, digits, `-` and `_` with dots between them, or an IPv6 address: what a page can come from, and no `*`. */
const HOST = /^([a-z0-9_-]+([.][a-z0-9_-]+)*[.]?|\[[0-9a-f:.]+\])$/;
/** This very machine, between which and itself nobody listens. */
const LOOPBACK = /^(([a-z0-9_-]+[.])*localhost|127[.]\d+[.]\d+[.]\d+|\[::1\])$/;
/** Of what a host's name may have (RFC 1035, 253), with scheme and port. */
const LONGEST = 270;

/** The rules that an origin can break, in the order in which they are looked at. */
export type OriginRule = 'maxLength' | 'isOrigin' | 'isOneHost' | 'isSecure' | 'isBare';

/** Why a text is no origin. */
export interface OriginProblem {
  rule: OriginRule;
  /** What it must be, without the field's name before it. */
  message: string;
  /** What was meant, where that can be told. */
  instead?: string;
}

/**
 * What is wrong with a text as an origin whose pages may use a site's public key; `null` if nothing is. Origins are
 * compared with what browsers send, letter by letter, so that only what they would send is taken: scheme, host, a port
 * that is not the usual one, nothing behind it. `*` stands for all.
 */
export function originProblem(text: string): OriginProblem | null {
  if (text === '*') return null;
  if (text.length > LONGEST) {
    return { rule: 'maxLength', message: `must not be longer than ${LONGEST} characters` };
  }
  const url = webAddress(text);
  if (url === null) return noOrigin(text);
  if (!HOST.test(url.hostname)) {
    return {
      rule: 'isOneHost',
      message: 'must name one host; * stands for all origins and never for a part of one',
    };
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return {
      rule: 'isSecure',
      message: 'must begin with https://; http:// is for this machine alone (localhost)',
      instead: `https://${url.host}`,
    };
  }
  if (url.origin === text) return null;
  const instead = url.origin;
  return { rule: 'isBare', message: `must be written as browsers send it: ${instead}`, instead };
}

function webAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : null;
}

/** Most often the scheme was left out. */
function noOrigin(text: string): OriginProblem {
  const secure = text.includes('//') ? null : webAddress(`https://${text.trim()}`);
  const isMeant = secure !== null && HOST.test(secure.hostname);
  const scheme = isMeant && LOOPBACK.test(secure.hostname) ? 'http' : 'https';
  return {
    rule: 'isOrigin',
    message: 'must be an origin, as in https://news.example',
    ...(isMeant && { instead: `${scheme}://${secure.host}` }),
  };
}
