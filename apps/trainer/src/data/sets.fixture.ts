import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SetRow } from './read-set.js';

/** A folder for made-up sets; `afterAll` is told how to remove it. */
export function setsFolder(afterAll: (clean: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'moderato-sets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Writes a set the way that the trainer reads it. */
export function writeSet(folder: string, path: string, rows: readonly SetRow[]): void {
  const file = join(folder, `${path}.jsonl.gz`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
}
