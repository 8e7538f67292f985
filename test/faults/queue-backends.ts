import { describe, vi } from 'vitest';
import { createDatabase } from '../harness/postgres.js';
import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { Deployment, type DeploymentOptions } from './deployment.js';

/** Starts a deployment, on a database of its own unless one is given. */
export type Deploy = (
  options?: Partial<Omit<DeploymentOptions, 'redisUrl'>>,
) => Promise<Deployment>;

/** A fault, its recovery and the proof, while others use the machine. */
const PATIENCE_MS = 150_000;

/** Declares the same tests for both places where the queue may be. */
export function onBothBackends(declare: (deploy: Deploy) => void): void {
  vi.setConfig({ testTimeout: PATIENCE_MS });
  describe('with the queue in Postgres', () => {
    declare(async (options) => Deployment.start({ ...(await ownDatabase()), ...options }));
  });
  describeWith(needs.redisServer, 'with the queue in Redis', () => {
    declare(async (options) => {
      const { url: redisUrl } = await startRedis();
      return Deployment.start({ ...(await ownDatabase()), redisUrl, ...options });
    });
  });
}

/** Given even where it is not used: it is a copy of a template, made in an instant. */
async function ownDatabase(): Promise<{ databaseUrl: string }> {
  return { databaseUrl: (await createDatabase()).url };
}
