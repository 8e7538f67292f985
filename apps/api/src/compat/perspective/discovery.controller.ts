import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicAddress } from '../../accounts/public-address.js';
import { discoveryDocument } from './discovery-document.js';

/** Tells Google's clients what can be asked and where: whoever discovers the API needs to be pointed here and nothing more. */
@ApiExcludeController()
@Controller('$discovery')
export class DiscoveryController {
  constructor(private readonly address: PublicAddress) {}

  @Get('rest')
  @Header('cache-control', 'no-store')
  describe(@Req() request: FastifyRequest): object {
    return discoveryDocument(`${this.rootFor(request)}/`);
  }

  /** Where the client has found us: behind a proxy that does not say how it was reached, PUBLIC_URL knows it better. */
  private rootFor({ protocol, host }: FastifyRequest): string {
    const known = this.address.get();
    return new URL(known).host === host ? known : `${protocol}://${host}`;
  }
}
