import { Injectable } from '@nestjs/common';
import type { Site } from '#sites';
import { invalidToken } from './invalid-token.js';
import { KeySets } from './key-sets.js';
import type { Reader } from './reader.js';
import { SiteIdentitiesService } from './site-identities.service.js';
import { readerOfClaims } from './token-claims.js';
import { verifyToken } from './verify-token.js';

/** Readers for whom their site vouches. */
@Injectable()
export class ReadersService {
  constructor(
    private readonly identities: SiteIdentitiesService,
    private readonly keySets: KeySets,
  ) {}

  /**
   * The reader for whom the site signed the token.
   * @throws DomainError READER_TOKEN_INVALID, READER_KEYS_UNAVAILABLE, SECRET_UNREADABLE
   */
  async byToken(site: Pick<Site, 'id'>, token: string): Promise<Reader> {
    const rules = await this.identities.rulesOf(site.id);
    if (rules === null) throw invalidToken('isNotSetUp');
    return readerOfClaims(await verifyToken(token, rules, this.keySets), Date.now());
  }
}
