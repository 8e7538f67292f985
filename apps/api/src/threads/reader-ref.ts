import type { Reader } from '#readers';
import { blindReader, type Site } from '#sites';
import type { ReaderRef } from '#threads';

/** The reader as threads and reactions know them. */
export function readerRef(site: Site, reader: Reader): ReaderRef {
  const { identity, vouched, anonymous, name } = reader;
  return { identity, vouched, anonymous, name, key: blindReader(site.signingKey, identity) };
}
