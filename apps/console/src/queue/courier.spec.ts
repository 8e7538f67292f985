import { expect, it } from 'vitest';
import { Problem, Unreachable } from '../api/problem.js';
import { Courier } from './courier.js';

function courierWithLog() {
  const pauses: number[] = [];
  const stalls: number[] = [];
  const courier = new Courier({
    wait: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
    onStalled: (waiting) => void stalls.push(waiting),
  });
  return { courier, pauses, stalls };
}

it('brings requests in the order they were handed in', async () => {
  const { courier } = courierWithLog();
  const order: number[] = [];
  const slow = courier.send(async () => {
    await Promise.resolve();
    order.push(1);
  });
  await Promise.all([slow, courier.send(() => Promise.resolve(void order.push(2)))]);
  expect(order).toEqual([1, 2]);
});

it('tries again while the service is out of reach, and says when it is back', async () => {
  const { courier, pauses, stalls } = courierWithLog();
  let tries = 0;
  const answer = await courier.send(() => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Unreachable('away')) : Promise.resolve('here');
  });
  expect(answer).toBe('here');
  expect(pauses).toEqual([500, 1000]);
  expect(stalls).toEqual([1, 1, 0]);
});

it('gives up in the end, and goes on with the next', async () => {
  const { courier, pauses } = courierWithLog();
  const lost = courier.send(() => Promise.reject(new Unreachable('away')));
  const next = courier.send(() => Promise.resolve('fine'));
  await expect(lost).rejects.toThrow(Unreachable);
  expect(pauses).toHaveLength(6);
  await expect(next).resolves.toBe('fine');
  expect(courier.pending).toBe(0);
});

it('does not repeat what was refused', async () => {
  const { courier, pauses } = courierWithLog();
  const refused = courier.send(() => Promise.reject(new Problem(403, 'FORBIDDEN', 'No.')));
  await expect(refused).rejects.toThrow('No.');
  expect(pauses).toEqual([]);
});
