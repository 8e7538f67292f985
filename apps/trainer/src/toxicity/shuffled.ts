import type { Random } from '../obfuscate/random.js';

/** The numbers in a random order (Fisher and Yates). */
export function shuffled(numbers: readonly number[], random: Random): Int32Array {
  const order = Int32Array.from(numbers);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
  return order;
}
