import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DomainError } from '#contract';
import { SitesService } from '#sites';
import { admit, type SiteCredentials } from '../http/site-credentials.js';

/** With what a process keeps in mind of keys and origins, a stream ends within two seconds of what it came with. */
const LOOK_MS = 250;

/** Something that is open for as long as its credentials are good. */
interface Endable {
  end(): void;
}

interface Permit {
  credentials: SiteCredentials;
  streams: Set<Endable>;
  isLookedAt: boolean;
}

/**
 * Ends streams whose key is revoked, or whose page’s origin is not allowed any more: they were let in once and are
 * read for hours. Streams that came with the same are looked at together.
 */
@Injectable()
export class StreamPermits implements BeforeApplicationShutdown {
  private readonly permits = new Map<string, Permit>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sites: SitesService) {}

  /** Looks after a stream, until the function returned is called. */
  watch(credentials: SiteCredentials, stream: Endable): () => void {
    const key = JSON.stringify(credentials);
    const permit = this.permits.get(key) ?? {
      ...{ credentials, streams: new Set<Endable>(), isLookedAt: false },
    };
    permit.streams.add(stream);
    this.permits.set(key, permit);
    this.timer ??= setInterval(() => this.look(), LOOK_MS).unref();
    return () => {
      permit.streams.delete(stream);
      if (permit.streams.size === 0 && this.permits.get(key) === permit) this.permits.delete(key);
      if (this.permits.size === 0) this.rest();
    };
  }

  beforeApplicationShutdown(): void {
    this.rest();
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    for (const permit of this.permits.values()) void this.lookAt(permit);
  }

  /** Never rejects: while the database is out of reach nobody knows better, and streams stay. */
  private async lookAt(permit: Permit): Promise<void> {
    if (permit.isLookedAt) return;
    permit.isLookedAt = true;
    try {
      await admit(this.sites, permit.credentials);
    } catch (error) {
      if (error instanceof DomainError) for (const stream of permit.streams) stream.end();
    } finally {
      permit.isLookedAt = false;
    }
  }
}
