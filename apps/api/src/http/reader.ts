import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Reader, ReadersService } from '#readers';
import { callerOf } from './caller.js';
import { newReader, readerByCookie } from './reader-cookie.js';

const known = new WeakMap<FastifyRequest, Reader | null>();

/**
 * Finds out who reads, behind SiteGuard: by `X-Reader-Token`, else by the cookie. A token that is not
 * right is refused, never passed over.
 */
@Injectable()
export class ReaderGuard implements CanActivate {
  constructor(private readonly readers: ReadersService) {}

  canActivate(context: ExecutionContext): true | Promise<true> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { site } = callerOf(request);
    const token = request.headers['x-reader-token'];
    if (token !== undefined) return this.identify(request, String(token));
    known.set(request, readerByCookie(request, site));
    return true;
  }

  private async identify(request: FastifyRequest, token: string): Promise<true> {
    known.set(request, await this.readers.byToken(callerOf(request).site, token));
    return true;
  }
}

/** The reader of a request, where somebody has asked who it is; else `null`. */
export function knownReader(request: FastifyRequest): Reader | null {
  return known.get(request) ?? null;
}

/** The reader of a request that ReaderGuard has let pass; `null` for one who is not known. */
export function readerOf(request: FastifyRequest): Reader | null {
  const reader = known.get(request);
  if (reader === undefined) throw new Error('A handler without ReaderGuard asked for the reader.');
  return reader;
}

/** The {@link Reader} of the request, or `null`. Never gives anybody a cookie. */
export const CurrentReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader | null =>
    readerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/**
 * Who writes (posts, reacts): the reader, or a new anonymous one, who gets a cookie with the answer.
 * `null` for the site's own server, and for a program that is no page and has shown no token.
 */
export function writingReader(request: FastifyRequest, reply: FastifyReply): Reader | null {
  const { site, vouched } = callerOf(request);
  const reader = readerOf(request);
  // A cookie that the site's own server passes on is its own, and not its reader's.
  if (vouched) return reader?.vouched ? reader : null;
  return reader ?? newReader(request, reply, site);
}

/** The {@link writingReader} of the request. */
export const WritingReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader | null => {
    const http = context.switchToHttp();
    return writingReader(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  },
);
