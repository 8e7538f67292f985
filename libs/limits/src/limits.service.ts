import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { LimitedKind, LimitScope, LimitSizes } from './limits.js';
import { LocalBuckets } from './local-buckets.js';
import type { SharedBuckets } from './shared-buckets.js';
import type { BucketState, WantedBucket } from './token-bucket.js';

/** A request, as far as it can be told apart; `null`: not by this. */
export type Limited = Record<LimitScope, string | null> & { siteId: string };

/** How long nobody asks a store that has just failed. */
const PAUSE_MS = 1000;

/**
 * How fast everybody may ask. Reads and checks are counted in each process, for a store would cost more
 * than the answer; so is what comes to one article, for all its readers would wait for one row. What one
 * reader or address writes is counted for all processes together.
 */
@Injectable()
export class LimitsService implements OnApplicationShutdown {
  private readonly logger = new Logger(LimitsService.name);
  private pausedUntil = -Infinity;

  constructor(
    private readonly sizes: LimitSizes,
    private readonly shared: SharedBuckets,
    private readonly local = new LocalBuckets(),
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.shared.close();
  }

  /** Takes a token from each bucket that the request has a part in, or, if one is empty, from none. */
  async take(kind: LimitedKind, request: Limited): Promise<BucketState[]> {
    if (kind === 'reads' || kind === 'checks') {
      return this.local.take(this.wanted(kind, request, ['address', 'key']));
    }
    const own = this.wanted(kind, request, ['article']);
    const shared = this.wanted(kind, request, ['reader', 'address']);
    if (shared.length === 0 || !this.local.haveTokens(own)) return this.local.take(own);
    const states = await this.takeShared(shared.map(blinded));
    return states.some(({ allowed }) => !allowed) ? states : [...states, ...this.local.take(own)];
  }

  private wanted(kind: LimitedKind, request: Limited, scopes: LimitScope[]): WantedBucket[] {
    return scopes.flatMap((scope) => {
      const [size, who] = [this.sizes[kind][scope], request[scope]];
      if (size === undefined || size === 'off' || who === null) return [];
      const key = [kind, scope, request.siteId, who].join('\0');
      return [{ ...size, name: `${kind}-per-${scope}`, key }];
    });
  }

  /** A store that is out of reach must not keep anybody from writing: this process stands in. */
  private async takeShared(wanted: WantedBucket[]): Promise<BucketState[]> {
    if (performance.now() < this.pausedUntil) return this.local.take(wanted);
    try {
      return await this.shared.take(wanted);
    } catch (error) {
      this.pausedUntil = performance.now() + PAUSE_MS;
      this.logger.warn(
        `Limits are counted in this process, their store is out of reach: ${(error as Error).message}`,
      );
      return this.local.take(wanted);
    }
  }
}

/** What leaves the process: fixed in length, and silent about whom it stands for. */
function blinded(bucket: WantedBucket): WantedBucket {
  const key = createHash('sha256').update(bucket.key).digest('hex').slice(0, 32);
  return { ...bucket, key };
}
