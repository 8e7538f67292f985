import type { FastifyRequest } from 'fastify';
import type { ClientNetwork } from '#accounts';
import { networkOf } from '../http/reader-address.js';

/** Where a request comes from, for the counters of failed attempts. */
export function clientNetwork({ ip }: Pick<FastifyRequest, 'ip'>): ClientNetwork {
  return networkOf(ip) ?? { network: 'unknown', isPublic: false };
}
