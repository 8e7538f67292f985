import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#contract';
import { IntegrationKeys, type KeyHolder } from '#integrations';
import { LimitsService } from '#limits';
import { roleRequired, sitesWith } from '../accounts/moderator.guard.js';
import { SessionReader } from '../accounts/session-reader.js';
import { assertWithin } from '../http/limited.js';
import { KEY_PLACE, type ReadKey } from './key-place.js';

const holders = new WeakMap<FastifyRequest, KeyHolder>();

/**
 * Lets clients of other systems pass with an integration key, as often as the settings allow; and the
 * console, which tries a dialect out, with a session. Wants {@link KeyPlace} on the controller.
 */
@Injectable()
export class IntegrationGuard implements CanActivate {
  constructor(
    private readonly keys: IntegrationKeys,
    private readonly sessions: SessionReader,
    private readonly limits: LimitsService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    void reply.header('cache-control', 'no-store');
    const readKey = this.reflector.get<ReadKey>(KEY_PLACE, context.getClass());
    const key = readKey(request);
    const holder = key === undefined ? await this.ofSession(request) : await this.keys.find(key);
    if (holder === null) {
      throw new DomainError('INTEGRATION_KEY_UNKNOWN', 'No site has this integration key.');
    }
    const nobody = { reader: null, address: null, article: null };
    const asked = { siteId: holder.siteId, key: holder.keyId, ...nobody };
    assertWithin(await this.limits.take('checks', asked), reply);
    holders.set(request, holder);
    return true;
  }

  /** @throws DomainError INTEGRATION_KEY_MISSING when nobody is signed in either */
  private async ofSession(request: FastifyRequest): Promise<KeyHolder> {
    if (request.headers['x-csrf-token'] === undefined) {
      throw new DomainError('INTEGRATION_KEY_MISSING', 'Send an integration key of the site.');
    }
    const me = await this.sessions.read(request);
    const site = request.headers['x-site-id'];
    const [siteId] = sitesWith(me, 'lead', typeof site === 'string' ? site : undefined);
    if (siteId === undefined) throw roleRequired('lead', 'a site');
    return { siteId, keyId: `session:${me.id}` };
  }
}

/** Whom the key stands for, once {@link IntegrationGuard} has let the request pass. */
export const CurrentKeyHolder = createParamDecorator(
  (_: unknown, context: ExecutionContext): KeyHolder => {
    const holder = holders.get(context.switchToHttp().getRequest<FastifyRequest>());
    if (holder === undefined) throw new Error('A handler without IntegrationGuard asked for it.');
    return holder;
  },
);
