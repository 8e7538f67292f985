import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#database';
import { Secrets, signingKeyOf, type StoredSecret } from '#encryption';
import { LRUCache } from 'lru-cache';

const SIGNING_KEY: Statement = {
  name: 'outside-comments.signing-key',
  text: `
    SELECT signing_key AS secret, signing_key_ciphertext AS ciphertext, encryption_key_id AS key_id
    FROM sites WHERE id = $1`,
};

/** The keys under which sites blind what is stored; they never change. */
@Injectable()
export class SigningKeys {
  private readonly keys = new LRUCache<string, Buffer>({
    max: 10_000,
    fetchMethod: async (siteId) => {
      const [row] = await this.database.query<StoredSecret>(SIGNING_KEY, [siteId]);
      return row && this.secrets.open(signingKeyOf(siteId), row);
    },
  });

  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  /** @throws DomainError SECRET_UNREADABLE */
  async of(siteId: string): Promise<Buffer> {
    const key = await this.keys.fetch(siteId);
    if (key === undefined) throw new Error('There is no such site.');
    return key;
  }
}
