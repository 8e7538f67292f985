import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SitesService } from '#sites';
import { REQUIRES_SECRET, setCaller } from './caller.js';
import { admit, credentialsOf } from './site-credentials.js';

/** Finds the site by its keys and lets nobody pass without one. */
@Injectable()
export class SiteGuard implements CanActivate {
  constructor(
    private readonly sites: SitesService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const needsSecret = this.requiresSecret(context);
    setCaller(request, await admit(this.sites, credentialsOf(request), needsSecret));
    return true;
  }

  private requiresSecret(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(REQUIRES_SECRET, context.getHandler()) ?? false;
  }
}
