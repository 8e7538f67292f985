/** ONNX is Protocol Buffers: fields of a number, a wire type and a value. See onnx.proto of the ONNX project. */
const LENGTH_DELIMITED = 2;
const FLOAT = 1;
const INT64 = 7;
const OPSET = 13;
const IR_VERSION = 8;

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

const number = (field: number, value: number): number[] => [
  ...varint(field << 3),
  ...varint(value),
];

function bytes(field: number, content: Iterable<number>): number[] {
  const list = [...content];
  return [...varint((field << 3) | LENGTH_DELIMITED), ...varint(list.length), ...list];
}

const text = (field: number, value: string): number[] => bytes(field, Buffer.from(value));

/** NodeProto. */
function node(
  type: string,
  inputs: string[],
  output: string,
  attributes: number[][] = [],
): number[] {
  return [
    ...inputs.flatMap((input) => text(1, input)),
    ...text(2, output),
    ...text(4, type),
    ...attributes.flatMap((attribute) => bytes(5, attribute)),
  ];
}

/** AttributeProto with one whole number. */
const attribute = (name: string, value: number): number[] => [
  ...text(1, name),
  ...number(3, value),
  ...number(20, 2),
];

/** TensorProto. */
function tensor(name: string, type: number, shape: number[], data: ArrayBufferLike): number[] {
  return [
    ...shape.flatMap((size) => number(1, size)),
    ...number(2, type),
    ...text(8, name),
    ...bytes(9, new Uint8Array(data)),
  ];
}

/** ValueInfoProto of a tensor; a dimension without a size has a name. */
function valueInfo(name: string, type: number, shape: (number | string)[]): number[] {
  const dimensions = shape.map((size) =>
    typeof size === 'number' ? number(1, size) : text(2, size),
  );
  const shapeBytes = dimensions.flatMap((dimension) => bytes(1, dimension));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, shapeBytes)]))];
}

/**
 * A model with the inputs and outputs of a BERT that classifies, and one weight for each token and label: its
 * logits are the sums of the weights of a text's tokens.
 * @param weights a row for each token of the vocabulary
 */
export function tinyOnnxModel(weights: readonly (readonly number[])[]): Uint8Array {
  const labels = weights[0]?.length ?? 0;
  const table = Float32Array.from(weights.flat());
  const graph = [
    ...bytes(1, node('Gather', ['weights', 'input_ids'], 'rows')),
    ...bytes(1, node('Cast', ['attention_mask'], 'mask', [attribute('to', FLOAT)])),
    ...bytes(1, node('Unsqueeze', ['mask', 'last'], 'column')),
    ...bytes(1, node('Mul', ['rows', 'column'], 'seen')),
    ...bytes(1, node('ReduceSum', ['seen', 'middle'], 'logits', [attribute('keepdims', 0)])),
    ...text(2, 'tiny'),
    ...bytes(5, tensor('weights', FLOAT, [weights.length, labels], table.buffer)),
    ...bytes(5, tensor('last', INT64, [1], BigInt64Array.of(2n).buffer)),
    ...bytes(5, tensor('middle', INT64, [1], BigInt64Array.of(1n).buffer)),
    ...bytes(11, valueInfo('input_ids', INT64, ['batch', 'length'])),
    ...bytes(11, valueInfo('attention_mask', INT64, ['batch', 'length'])),
    ...bytes(12, valueInfo('logits', FLOAT, ['batch', labels])),
  ];
  return Uint8Array.from([
    ...number(1, IR_VERSION),
    ...bytes(7, graph),
    ...bytes(8, number(2, OPSET)),
  ]);
}
