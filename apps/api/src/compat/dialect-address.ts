/** How the addresses of the dialects begin. */
const DIALECT = /^\/+(?:v1alpha1|1\.[12]|v1\/+moderations|compat)(?:[/?]|$)/;
/** Many HTTP clients encode the colon of `comments:analyze`, which means the same (RFC 3986, 2.2). */
const COLON = /^(\/v1alpha1\/comments)%3a/i;

/**
 * The address that another system's client means: they join a host that somebody has typed and a path of
 * their own, with a slash too many between or behind. Addresses of our own stay as they are.
 */
export function dialectAddress(url: string): string {
  if (!DIALECT.test(url)) return url;
  const [path = '', ...query] = url.split('?');
  const single = path.replace(/\/{2,}/g, '/').replace(COLON, '$1:');
  const plain = single.endsWith('/') ? single.slice(0, -1) : single;
  return [plain, ...query].join('?');
}
