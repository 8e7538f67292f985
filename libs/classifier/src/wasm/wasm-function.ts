import { type Code, getLocal, type Operand, setLocal, unsigned } from './instructions.js';

const I32 = 0x7f;
const V128 = 0x7b;
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const NAME = [1, 0x6d];
const Section = { TYPE: 1, IMPORT: 2, FUNCTION: 3, EXPORT: 7, CODE: 10 } as const;

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];

/** A variable of a function. */
export class Local {
  readonly get: Code;

  constructor(private readonly index: number) {
    this.get = getLocal(index);
  }

  set(value: Operand): Code {
    return setLocal(this.index, value);
  }
}

/** A function of one 32-bit number that returns nothing, being written. */
export class WasmFunction {
  readonly parameter = new Local(0);
  private readonly types: number[] = [];

  /** A new variable of 32 bits, zero at first. */
  number(): Local {
    return this.local(I32);
  }

  /** A new variable of 128 bits, zero at first. */
  vector(): Local {
    return this.local(V128);
  }

  private local(type: number): Local {
    this.types.push(type);
    return new Local(this.types.length);
  }

  /** A module with this function as `m`, over a memory that is imported as `m.m`. */
  toModule(body: readonly Code[]): Uint8Array {
    const locals = this.types.flatMap((type) => [1, type]);
    const code = [...unsigned(this.types.length), ...locals, ...body.flat(), 0x0b];
    return Uint8Array.from([
      ...MAGIC_AND_VERSION,
      ...section(Section.TYPE, [1, 0x60, 1, I32, 0]),
      ...section(Section.IMPORT, [1, ...NAME, ...NAME, 0x02, 0x00, 0]),
      ...section(Section.FUNCTION, [1, 0]),
      ...section(Section.EXPORT, [1, ...NAME, 0x00, 0]),
      ...section(Section.CODE, [1, ...unsigned(code.length), ...code]),
    ]);
  }
}
