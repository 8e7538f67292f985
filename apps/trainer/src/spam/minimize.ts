/** The value of a function at a point; the gradient there is written into the second array. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

interface Step {
  moved: Float64Array;
  turned: Float64Array;
  curvature: number;
}

const MEMORY = 6;
const SMALLEST_GAIN = 1e-4;
const SUFFICIENT_DECREASE = 1e-4;
const MAX_HALVINGS = 20;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  for (let at = 0; at < to.length; at++)
    to[at] = (to[at] as number) + factor * (from[at] as number);
}

/** The two-loop recursion of L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4). */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const way = gradient.slice();
  const factors = new Map<Step, number>();
  for (const step of steps.toReversed()) {
    const factor = dot(step.moved, way) / step.curvature;
    factors.set(step, factor);
    addScaled(way, -factor, step.turned);
  }
  const last = steps.at(-1);
  const scale = last
    ? last.curvature / dot(last.turned, last.turned)
    : 1 / Math.max(1e-12, Math.sqrt(dot(gradient, gradient)));
  for (let at = 0; at < way.length; at++) way[at] = (way[at] as number) * scale;
  for (const step of steps) {
    const factor = (factors.get(step) ?? 0) - dot(step.turned, way) / step.curvature;
    addScaled(way, factor, step.moved);
  }
  return way;
}

/** Moves a point to a minimum of a smooth convex function by L-BFGS with backtracking; deterministic. */
export function minimize(objective: Objective, point: Float64Array, iterations: number): void {
  const steps: Step[] = [];
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const way = direction(gradient, steps);
    const slope = dot(gradient, way);
    const next = point.slice();
    const nextGradient = new Float64Array(point.length);
    let length = -1;
    let nextValue = value;
    for (let halvings = 0; halvings < MAX_HALVINGS; halvings++, length /= 2) {
      next.set(point);
      addScaled(next, length, way);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break;
    }
    const moved = next.slice();
    addScaled(moved, -1, point);
    const turned = nextGradient.slice();
    addScaled(turned, -1, gradient);
    const curvature = dot(moved, turned);
    if (curvature > 1e-10) steps.push({ moved, turned, curvature });
    if (steps.length > MEMORY) steps.shift();
    const gain = value - nextValue;
    point.set(next);
    gradient = nextGradient;
    value = nextValue;
    if (gain < SMALLEST_GAIN * Math.abs(value)) return;
  }
}
