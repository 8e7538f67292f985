/** How long something took, in milliseconds, over many calls. */
export interface Timing {
  name: string;
  p50: number;
  p99: number;
  calls: number;
}

/** Times calls one after another, after some that are not counted. */
export async function measure(
  name: string,
  calls: number,
  work: (call: number) => Promise<unknown>,
): Promise<Timing> {
  const warmUp = Math.min(20, calls);
  for (let call = 0; call < warmUp; call += 1) await work(calls + call);
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const began = performance.now();
    await work(call);
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { name, p50: at(0.5), p99: at(0.99), calls };
}

/** A table of timings, each with what it is of the first one's median. */
export function timingTable(timings: readonly [Timing, ...Timing[]]): string {
  const [reference] = timings;
  const columns = Math.max(...timings.map(({ name }) => name.length)) + 2;
  const head = ['p50 ms', 'p99 ms', 'calls', 'x select'].map((cell) => cell.padStart(10)).join('');
  const rows = timings.map(({ name, p50, p99, calls }) => {
    const cells = [p50.toFixed(2), p99.toFixed(2), String(calls), (p50 / reference.p50).toFixed(1)];
    return name.padEnd(columns) + cells.map((cell) => cell.padStart(10)).join('');
  });
  return [' '.repeat(columns) + head, ...rows, `x select: p50 / p50 of ${reference.name}`].join(
    '\n',
  );
}
