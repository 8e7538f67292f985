import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ToolError } from '../http/tool-error.js';

/** A line of a file, counted from 1. */
export interface Line {
  number: number;
  text: string;
}

/** Streams the lines of a plain or gzip'd UTF-8 file that are not blank, holding one chunk of it at a time. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of splitLines(decode(await openContent(file), file))) {
    number += 1;
    if (text.trim() !== '') yield { number, text };
  }
}

/** Counts the lines that `readLines` would give. */
export async function countLines(file: string): Promise<number> {
  const lines = readLines(file);
  let count = 0;
  while ((await lines.next()).done !== true) count += 1;
  return count;
}

/** Looks at the content, not the name: a renamed or already unpacked file works as well. */
async function openContent(file: string): Promise<Readable> {
  const magic = await readStart(file, 2);
  const stream = createReadStream(file);
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return stream;
  const unpacked = createGunzip();
  stream.on('error', (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}

async function readStart(file: string, length: number): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      return (await handle.read(Buffer.alloc(length), 0, length, 0)).buffer;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ToolError(
      `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function* decode(content: Readable, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of content) yield decoder.decode(chunk as Buffer, { stream: true });
  } catch (error) {
    throw new ToolError(
      `Cannot read ${file} to its end: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  yield decoder.decode();
}

/** Not node:readline, which also splits at U+2028 and U+2029; JSON allows both inside a string. */
async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
