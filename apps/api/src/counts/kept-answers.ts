import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage } from 'node:http';
import { type CountsAnswer, LiveCounts } from '#counts';
import { isAllowedOrigin, type OriginUse, SitesService } from '#sites';
import { type Outgoing, Representation } from '../http/representation.js';

/** Seconds that a cache may answer from what it has, and then while it asks again. */
const CACHE_CONTROL = 'max-age=2, stale-while-revalidate=8';
const VARY = 'X-Site-Key, Authorization, Origin';

const MAX_BYTES = 64 * 1024 * 1024;
/** What rules of other origins and settings have made of an answer may be so old. */
const TTL_MS = 60_000;

/** An answer with what it is made of. */
interface Kept {
  publicKey: string;
  answer: CountsAnswer;
  representation: Representation;
  /** What pages of the origin might do, and were told, names and values by turns. */
  use: OriginUse | undefined;
  cors: string[];
}

/**
 * Answers to questions that come again and again: front pages ask for the same list of articles with
 * every visit. They are found by the request's address, key and origin as they came, and given again
 * as long as the key and the origin are good and no count has changed.
 */
@Injectable()
export class KeptAnswers {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ representation }, key) => key.length * 2 + representation.bytes * 3 + 1000,
    ttl: TTL_MS,
    // Else it sets a timer for every millisecond in which it is asked.
    ttlResolution: 1000,
  });

  constructor(
    private readonly counts: LiveCounts,
    private readonly sites: SitesService,
  ) {}

  /** What a request for counts is answered, if the same was answered before and would be again. */
  find(request: IncomingMessage): (Outgoing & { cors: readonly string[] }) | null {
    const { headers } = request;
    // What the secret key is for is looked at closely each time.
    if (headers.authorization !== undefined) return null;
    const kept = this.kept.get(keyOf(request));
    if (kept === undefined) return null;
    const site = this.sites.knownByPublicKey(kept.publicKey);
    if (site?.id !== kept.answer.siteId) return null;
    if (headers.origin !== undefined) {
      if (!isAllowedOrigin(site, headers.origin)) return null;
      if (!areSame(kept.use, this.sites.knownUseOf(headers.origin))) return null;
    }
    if (!this.counts.isCurrent(kept.answer)) return null;
    return { ...kept.representation.answerTo(headers), cors: kept.cors };
  }

  /** Answers, and keeps the answer for the next who asks the same. */
  answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { answer, vouched }: { answer: CountsAnswer; vouched: boolean },
  ): void {
    const cacheControl = `${vouched ? 'private' : 'public'}, ${CACHE_CONTROL}`;
    const representation = new Representation(jsonOf(answer), { cacheControl, vary: VARY });
    const publicKey = publicKeyOf(request);
    if (!vouched && publicKey !== undefined) {
      const { origin } = request.headers;
      const use = origin === undefined ? undefined : this.sites.knownUseOf(origin);
      const cors = corsOf(reply);
      this.kept.set(keyOf(request.raw), { publicKey, answer, representation, use, cors });
    }
    representation.send(request, reply);
  }
}

/** Whether pages would be told the same now; what is not known is looked up on the long way. */
function areSame(kept: OriginUse | undefined, now: OriginUse | undefined): boolean {
  if (kept === undefined || now === undefined) return false;
  return kept.allowed === now.allowed && kept.listed === now.listed;
}

/** From entries, and not as an object of its own: an article may be called __proto__. */
function jsonOf({ counts }: CountsAnswer): string {
  return `{"counts":{${[...counts].map(([id, count]) => `${JSON.stringify(id)}:${count}`).join(',')}}}`;
}

function publicKeyOf({ headers, query }: FastifyRequest): string | undefined {
  const given = headers['x-site-key'] ?? (query as { siteKey?: unknown }).siteKey;
  return typeof given === 'string' ? given : undefined;
}

/** Blanks are in no address and no origin. */
function keyOf({ headers, url }: IncomingMessage): string {
  return `${url ?? ''} ${headers.origin ?? ''} ${String(headers['x-site-key'] ?? '')}`;
}

function corsOf(reply: FastifyReply): string[] {
  return Object.entries(reply.getHeaders())
    .filter(([name]) => name.startsWith('access-control-'))
    .flatMap(([name, value]) => [name, String(value)]);
}
