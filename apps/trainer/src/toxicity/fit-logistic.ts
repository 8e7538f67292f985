const ROUNDS = 25;
/** Keeps outputs that say nearly the same from fighting each other. */
const RIDGE = 0.5;

/** Solves a symmetric, positive definite system in place (Gauss); `matrix` holds rows of `size + 1` numbers, the last the right side. */
function solve(matrix: Float64Array[], size: number): Float64Array {
  for (let pivot = 0; pivot < size; pivot++) {
    const row = matrix[pivot] as Float64Array;
    for (let below = pivot + 1; below < size; below++) {
      const other = matrix[below] as Float64Array;
      const factor = (other[pivot] as number) / (row[pivot] as number);
      for (let at = pivot; at <= size; at++) {
        other[at] = (other[at] as number) - factor * (row[at] as number);
      }
    }
  }
  const result = new Float64Array(size);
  for (let at = size - 1; at >= 0; at--) {
    const row = matrix[at] as Float64Array;
    let sum = row[size] as number;
    for (let after = at + 1; after < size; after++) {
      sum -= (row[after] as number) * (result[after] as number);
    }
    result[at] = sum / (row[at] as number);
  }
  return result;
}

const dot = (input: Float64Array, parameters: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < input.length; at++) {
    sum += (input[at] as number) * (parameters[at] as number);
  }
  return sum;
};

/** Adds one example to the system that the next step solves: its curvature, and on the right side its slope. */
function addExample(
  matrix: Float64Array[],
  input: Float64Array,
  slope: number,
  curve: number,
): void {
  const size = input.length;
  for (let at = 0; at < size; at++) {
    const row = matrix[at] as Float64Array;
    const value = input[at] as number;
    row[size] = (row[size] as number) + slope * value;
    for (let other = 0; other < size; other++) {
      row[other] = (row[other] as number) + curve * value * (input[other] as number);
    }
  }
}

/** The intercept, the last parameter, is left free. */
function addRidge(matrix: Float64Array[], parameters: Float64Array): void {
  const size = parameters.length;
  for (let at = 0; at + 1 < size; at++) {
    const row = matrix[at] as Float64Array;
    row[at] = (row[at] as number) + RIDGE;
    row[size] = (row[size] as number) - RIDGE * (parameters[at] as number);
  }
}

/** Logistic regression by Newton's method; the last of each example's inputs is 1, for the intercept. */
export function fitLogistic(
  inputs: readonly Float64Array[],
  targets: readonly number[],
  weights: readonly number[],
): Float64Array {
  const size = inputs[0]?.length ?? 0;
  const parameters = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
    inputs.forEach((input, index) => {
      const chance = 1 / (1 + Math.exp(-dot(input, parameters)));
      const weight = weights[index] as number;
      const slope = weight * ((targets[index] as number) - chance);
      addExample(matrix, input, slope, weight * Math.max(1e-6, chance * (1 - chance)));
    });
    addRidge(matrix, parameters);
    const move = solve(matrix, size);
    move.forEach((part, at) => (parameters[at] = (parameters[at] as number) + part));
    if (move.every((part) => Math.abs(part) < 1e-7)) break;
  }
  return parameters;
}
