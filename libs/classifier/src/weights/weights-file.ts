import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const MAGIC = 'MODERATO';
/** Raised when a reader of the version before could not read the file, or would misread it. */
const WEIGHTS_VERSION = 1;
const CHECKSUM_AT = 16;
const HEADER_AT = CHECKSUM_AT + 32;
const ALIGNMENT = 8;
/** Bytes more than are needed: where none is left, zlib asks for as much again before it sees the end. */
const SPARE = 64;

const TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;
type TypeName = keyof typeof TYPES;
/** What a section can hold. */
export type Numbers = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array;

interface SectionHeader {
  type: TypeName;
  offset: number;
  length: number;
}

interface Header {
  /** What is not a row of numbers: names, settings, versions. */
  meta: Record<string, unknown>;
  sections: Record<string, SectionHeader>;
  unpacked: number;
}

/** A file of weights that cannot be read, with what to do about it. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';
}

/** Named rows of numbers and what is to be known about them. */
export interface Weights {
  meta: Record<string, unknown>;
  sections: Record<string, Numbers>;
}

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

function typeOf(numbers: Numbers): TypeName {
  const found = (Object.keys(TYPES) as TypeName[]).find((name) => numbers instanceof TYPES[name]);
  return found as TypeName;
}

function layOut(sections: Record<string, Numbers>): Pick<Header, 'sections' | 'unpacked'> {
  let offset = 0;
  const laidOut: Record<string, SectionHeader> = {};
  for (const [name, numbers] of Object.entries(sections)) {
    laidOut[name] = { type: typeOf(numbers), offset, length: numbers.length };
    offset = aligned(offset + numbers.byteLength);
  }
  return { sections: laidOut, unpacked: offset };
}

/** One file: magic, version, lengths, SHA-256 of the rest, a header in JSON, the sections packed with Brotli. Little-endian. */
export function packWeights({ meta, sections }: Weights): Uint8Array {
  const layout = layOut(sections);
  const body = Buffer.alloc(layout.unpacked);
  for (const [name, numbers] of Object.entries(sections)) {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    body.set(bytes, layout.sections[name]?.offset);
  }
  const header = Buffer.from(JSON.stringify({ meta, ...layout } satisfies Header));
  const packed = brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  const rest = Buffer.concat([header, packed]);
  const front = Buffer.alloc(HEADER_AT);
  front.write(MAGIC, 'latin1');
  front.writeUInt32LE(WEIGHTS_VERSION, 8);
  front.writeUInt32LE(header.length, 12);
  createHash('sha256').update(rest).digest().copy(front, CHECKSUM_AT);
  return Buffer.concat([front, rest]);
}

/** Reads what `packWeights` wrote. Throws a `WeightsError` on a file of another kind or version, or a damaged one. */
export function unpackWeights(file: Uint8Array): Weights {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < HEADER_AT || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new WeightsError('This is no weights file of Moderato.');
  }
  const version = bytes.readUInt32LE(8);
  if (version !== WEIGHTS_VERSION) {
    throw new WeightsError(
      `The weights file has version ${version}, this program reads version ${WEIGHTS_VERSION}: train it again with this program.`,
    );
  }
  const rest = bytes.subarray(HEADER_AT);
  const checksum = createHash('sha256').update(rest).digest();
  if (!checksum.equals(bytes.subarray(CHECKSUM_AT, HEADER_AT))) {
    throw new WeightsError('The weights file is damaged: its checksum is wrong. Copy it again.');
  }
  try {
    return unpack(rest, bytes.readUInt32LE(12));
  } catch (error) {
    throw new WeightsError('The weights file is damaged: its parts do not fit. Copy it again.', {
      cause: error,
    });
  }
}

/** Unpacks into one piece of memory: chunk by chunk, as is the default, takes a fifth longer and twice the memory. */
function unpackBody(packed: Buffer, length: number): Uint8Array {
  const body = brotliDecompressSync(packed, { chunkSize: length + SPARE });
  if (body.length !== length) throw new RangeError('The sections have another length.');
  // Node may cut small ones from a larger buffer; a copy begins where every type of number may begin.
  return body.byteOffset % ALIGNMENT === 0 ? body : new Uint8Array(body);
}

/** The length of the header stands before what the checksum is about: a wrong one shows here. */
function unpack(rest: Buffer, headerLength: number): Weights {
  const header = JSON.parse(rest.toString('utf8', 0, headerLength)) as Header;
  const body = unpackBody(rest.subarray(headerLength), header.unpacked);
  const sections = Object.fromEntries(
    Object.entries(header.sections).map(([name, section]) => [name, numbersOf(section, body)]),
  );
  return { meta: header.meta, sections };
}

function numbersOf({ type, offset, length }: SectionHeader, body: Uint8Array): Numbers {
  const numbers = new TYPES[type](body.buffer as ArrayBuffer, body.byteOffset + offset, length);
  // What lies around the body in memory is none of it.
  if (offset < 0 || offset + numbers.byteLength > body.length) {
    throw new RangeError('A section is not within the body.');
  }
  return numbers;
}
