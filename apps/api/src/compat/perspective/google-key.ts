import type { ReadKey } from '../../integrations/key-place.js';

/** `?key=…` or the header `X-Goog-Api-Key`, as Google's clients send it. */
export const googleKey: ReadKey = ({ query, headers }) => {
  const { key } = query as { key?: string | string[] };
  const header = headers['x-goog-api-key'];
  return first(key) ?? first(header);
};

const first = (given: string | string[] | undefined): string | undefined =>
  Array.isArray(given) ? given[0] : given;
