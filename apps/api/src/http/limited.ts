import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#contract';
import { type BucketState, type Limited, type LimitedKind, LimitsService } from '#limits';
import { ApiLimits } from './api-docs.js';
import { callerOf } from './caller.js';
import { rateLimitFields } from './rate-limit-fields.js';
import { networkOf, readerAddress } from './reader-address.js';
import { knownReader } from './reader.js';

const LIMITED = 'limited';

/** Refuses those who ask faster than the settings allow; stands behind SiteGuard. */
@Injectable()
class LimitGuard implements CanActivate {
  constructor(
    private readonly limits: LimitsService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const kind = this.reflector.get<LimitedKind>(LIMITED, context.getHandler());
    const request = http.getRequest<FastifyRequest>();
    const states = await this.limits.take(kind, limitedBy(kind, request));
    assertWithin(states, http.getResponse<FastifyReply>());
    return true;
  }
}

/** The handler takes requests only as fast as the settings allow. */
export const LimitedTo = (kind: LimitedKind): MethodDecorator =>
  applyDecorators(SetMetadata(LIMITED, kind), UseGuards(LimitGuard), ApiLimits());

function limitedBy(kind: LimitedKind, request: FastifyRequest): Limited {
  const { site, vouched } = callerOf(request);
  const reader = knownReader(request);
  return {
    siteId: site.id,
    // A cookie that the site's own server passes on is not its reader's.
    reader: vouched && reader?.anonymous ? null : (reader?.identity ?? null),
    address: vouched ? null : addressOf(kind, request),
    article: vouched || kind !== 'posts' ? null : articleOf(request.body),
    key: null,
  };
}

/** `null` for an address that is not a reader's: behind a proxy without a name, all would be one. */
function addressOf(kind: LimitedKind, request: FastifyRequest): string | null {
  // Reads leave no trace outside of this process, and blinding takes longer than some of them.
  if (kind === 'reads') {
    const found = networkOf(request.ip);
    return found?.isPublic ? found.network : null;
  }
  return readerAddress(callerOf(request).site, request.ip)?.toString('hex') ?? null;
}

/** Not validated yet: whatever it is, it is only compared. */
function articleOf(body: unknown): string | null {
  const id = (body as { article?: { id?: unknown } | null } | null | undefined)?.article?.id;
  return typeof id === 'string' && id.length <= 1000 ? id : null;
}

/** Tells the caller what is left of the buckets. @throws DomainError RATE_LIMITED when one is empty */
export function assertWithin(states: readonly BucketState[], reply: FastifyReply): void {
  if (states.length > 0) void reply.headers(rateLimitFields(states));
  const empty = states.filter(({ allowed, waitMs }) => !allowed && waitMs > 0);
  if (empty.length > 0) throw tooFast(empty);
}

function tooFast(empty: BucketState[]): DomainError {
  const seconds = Math.ceil(Math.max(...empty.map(({ waitMs }) => waitMs)) / 1000);
  const [first] = empty;
  const what = first?.name.replaceAll('-', ' ') ?? 'requests';
  return new DomainError(
    'RATE_LIMITED',
    `There are too many ${what}; try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    undefined,
    seconds,
  );
}
