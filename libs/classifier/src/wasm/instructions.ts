/** Bytes of a program. */
export type Code = readonly number[];
/** What an instruction works on: what another one leaves, a variable, or a whole number. */
export type Operand = Code | { readonly get: Code } | number;

/** LEB128 of a number that is not negative. */
export function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a 32-bit number. */
function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

function codeOf(operand: Operand): Code {
  if (typeof operand === 'number') return [0x41, ...signed(operand)];
  return 'get' in operand ? operand.get : operand;
}

/** An instruction behind what it works on, for it takes that from a stack: `i32.add(a, b)` is a, b, add. */
const unary =
  (...opcode: Code) =>
  (operand: Operand): Code => [...codeOf(operand), ...opcode];
const binary =
  (...opcode: Code) =>
  (first: Operand, second: Operand): Code => [...codeOf(first), ...codeOf(second), ...opcode];

/** As a power of two: nothing is promised about where a number begins. */
const ALIGNMENT = 0;
/** `offset` is added to the address. */
const load =
  (...opcode: Code) =>
  (address: Operand, offset = 0): Code => [
    ...[...codeOf(address), ...opcode],
    ...[ALIGNMENT, ...unsigned(offset)],
  ];
const store =
  (...opcode: Code) =>
  (address: Operand, value: Operand, offset = 0): Code => [
    ...[...codeOf(address), ...codeOf(value), ...opcode],
    ...[ALIGNMENT, ...unsigned(offset)],
  ];
const vectors = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

/*
 * The instructions of WebAssembly that are used, by the names of its text format. They wrap around as its numbers do, and
 * compare without signs unless they say so.
 */
export const i32 = {
  load: load(0x28),
  load8Signed: load(0x2c),
  load8: load(0x2d),
  store: store(0x36),
  store8: store(0x3a),
  lessThan: binary(0x49),
  countBits: unary(0x69),
  add: binary(0x6a),
  subtract: binary(0x6b),
  and: binary(0x71),
  shiftLeft: binary(0x74),
  shiftRight: binary(0x76),
};

/** 128 bits; the instruction says what lanes they are. */
export const v128 = {
  load: load(...vectors(0x00)),
  /** Eight bytes, each made a lane of 16 bits with its sign. */
  load8x8Signed: load(...vectors(0x01)),
  store: store(...vectors(0x0b)),
};

export const i16x8 = {
  /** The same number in all lanes. */
  splat: unary(...vectors(0x10)),
  /** Another number in the first lane. */
  replaceFirst: binary(...vectors(0x1a), 0),
  add: binary(...vectors(0x8e)),
  maxSigned: binary(...vectors(0x98)),
};

/** Low and high are the first and the last four of eight lanes of 16 bits. */
export const i32x4 = {
  extendLow: unary(...vectors(0xa7)),
  extendHigh: unary(...vectors(0xa8)),
  add: binary(...vectors(0xae)),
  multiplyLow: binary(...vectors(0xbc)),
};

const NO_RESULT = 0x40;
const END = 0x0b;

/** Does the body, and again as long as the condition holds. */
export const repeat = (body: readonly Code[], condition: Operand): Code => [
  ...[0x03, NO_RESULT, ...body.flat()],
  ...[...codeOf(condition), 0x0d, 0, END],
];

/** Does the body if the condition holds. */
export const when = (condition: Operand, body: readonly Code[]): Code => [
  ...[...codeOf(condition), 0x04, NO_RESULT],
  ...[...body.flat(), END],
];

/** Puts a value into the variable of a number. */
export const setLocal = (index: number, value: Operand): Code => [
  ...[...codeOf(value), 0x21],
  ...unsigned(index),
];
export const getLocal = (index: number): Code => [0x20, ...unsigned(index)];
