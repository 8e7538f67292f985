import type { FastifyRequest } from 'fastify';

const bodies = new WeakMap<FastifyRequest, Buffer>();

/** Keeps the bytes of a body for whoever verifies a signature over them. */
export function keepRawBody(request: FastifyRequest, body: Buffer): void {
  bodies.set(request, body);
}

/** The bytes of the body, where they were kept; else none. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return bodies.get(request) ?? Buffer.alloc(0);
}
