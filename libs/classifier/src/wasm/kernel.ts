const PAGE = 0x10000;

/** What is used of WebAssembly. Its types come with those of browsers, which this library knows nothing of. */
interface Runtime {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer; grow: (pages: number) => void };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { m: (count: number) => void } };
}
const { WebAssembly: runtime } = globalThis as unknown as { WebAssembly: Runtime };

/** Where a kernel keeps what. */
export interface KernelLayout {
  /** How many 32-bit numbers it answers with; they stand first. */
  results: number;
  /** Where the tables end, in bytes, and the numbers begin that it works on: a multiple of four. */
  numbersAt: number;
}

/**
 * A loop that takes JavaScript too long, as WebAssembly with a memory of its own: results, tables, and at the end the numbers
 * that it is to work on.
 */
export class Kernel {
  /** Valid until the next `reserve`. */
  results = new Int32Array(0);
  /** As many as `reserve` made room for, or more. */
  numbers = new Int32Array(0);
  /** Works on so many of the numbers. */
  readonly run: (count: number) => void;
  private readonly memory: InstanceType<Runtime['Memory']>;

  /** `module`: as `WasmFunction` makes it. */
  constructor(
    private readonly layout: KernelLayout,
    module: Uint8Array,
  ) {
    this.memory = new runtime.Memory({ initial: Math.ceil(layout.numbersAt / PAGE) });
    this.run = new runtime.Instance(new runtime.Module(module), {
      m: { m: this.memory },
    }).exports.m;
    this.look();
  }

  /** Writes a table to its place, in bytes. */
  write(at: number, { buffer, byteOffset, byteLength }: Int8Array | Int32Array): void {
    new Uint8Array(this.memory.buffer).set(new Uint8Array(buffer, byteOffset, byteLength), at);
  }

  /** Makes room for so many numbers. */
  reserve(count: number): void {
    const missing = count - this.numbers.length;
    if (missing <= 0) return;
    this.memory.grow(Math.ceil((missing * Int32Array.BYTES_PER_ELEMENT) / PAGE));
    this.look();
  }

  /** A memory that has grown is another buffer. */
  private look(): void {
    const { results, numbersAt } = this.layout;
    this.results = new Int32Array(this.memory.buffer, 0, results);
    this.numbers = new Int32Array(this.memory.buffer, numbersAt);
  }
}
