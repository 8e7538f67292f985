import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StartupError } from '#startup';

/** A line of a file, counted from 1. */
export interface Line {
  number: number;
  text: string;
}

/**
 * Streams the lines of a plain or gzip'd UTF-8 file that are not blank, one chunk of it in memory at a time. Throws a
 * `StartupError` where the file cannot be read to its end.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  // Not node:readline, which also splits at U+2028 and U+2029; JSON allows both inside a string.
  for await (const chunk of decode(file)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      number++;
      if (text.trim() !== '') yield { number, text };
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

async function* decode(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of await openContent(file)) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
  } catch (error) {
    throw new StartupError(`Cannot read ${file}: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  yield decoder.decode();
}

/** Looks at the content, not the name: a renamed or already unpacked file works as well. */
async function openContent(file: string): Promise<Readable> {
  const handle = await open(file);
  const magic = Buffer.alloc(2);
  await handle.read(magic, 0, 2, 0).finally(() => handle.close());
  const stream = createReadStream(file);
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return stream;
  const unpacked = createGunzip();
  stream.on('error', (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}
