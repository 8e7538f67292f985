import { readLines } from '../replay/lines.js';
import { parseRow, type Row } from '../replay/row.js';

/** A comment written for the demo, with the kind of comment that it stands for. */
export interface Sample extends Row {
  kind: string;
}

/** Reads the samples, in the order of the file. */
export async function readSamples(file: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for await (const { text } of readLines(file)) {
    const { kind } = JSON.parse(text) as { kind?: unknown };
    samples.push({ ...parseRow(text), kind: typeof kind === 'string' ? kind : 'other' });
  }
  return samples;
}
