import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#database';
import { LRUCache } from 'lru-cache';

const SIGNING_KEY: Statement = {
  name: 'outside-comments.signing-key',
  text: 'SELECT signing_key FROM sites WHERE id = $1',
};

/** The keys under which sites blind what is stored; they never change. */
@Injectable()
export class SigningKeys {
  private readonly keys = new LRUCache<string, Buffer>({
    max: 10_000,
    fetchMethod: async (siteId) => {
      const [row] = await this.database.query<{ signing_key: Buffer }>(SIGNING_KEY, [siteId]);
      return row?.signing_key;
    },
  });

  constructor(private readonly database: Database) {}

  async of(siteId: string): Promise<Buffer> {
    const key = await this.keys.fetch(siteId);
    if (key === undefined) throw new Error('There is no such site.');
    return key;
  }
}
