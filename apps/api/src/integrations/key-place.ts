import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Reads the key out of a request, wherever its dialect has it; `undefined` where there is none. */
export type ReadKey = (request: FastifyRequest) => string | undefined;

export const KEY_PLACE = 'key-place';

/** Where the requests of a controller have their key. */
export const KeyPlace = (read: ReadKey): ClassDecorator => SetMetadata(KEY_PLACE, read);

const BEARER = /^Bearer +([\w-]{1,128})$/i;

/** `Authorization: Bearer <key>`. */
export const bearerKey: ReadKey = ({ headers }) =>
  headers.authorization === undefined
    ? undefined
    : (BEARER.exec(headers.authorization)?.[1] ?? headers.authorization);
