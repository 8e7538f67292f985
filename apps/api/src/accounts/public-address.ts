import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, type Config, publicUrl } from '#config';
import type { Server } from 'node:http';

/** Where people reach this service: what links and the way back from OpenID Connect are made of. */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Without a slash at its end. */
  get(): string {
    const bound = (this.host.httpAdapter.getHttpServer() as Server).address();
    const port = typeof bound === 'object' ? bound?.port : undefined;
    return publicUrl(this.config, port);
  }
}
