import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { acceptedCoding, type Coding } from './accept-encoding.js';
import { codedTag, entityTag, isFresh } from './entity-tag.js';

/** Below this, a coded body saves no packet. */
const WORTH_CODING_BYTES = 1024;
/** Smaller than gzip at its usual level, in less time than that. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** What goes out: names and values of headers by turns, and a body, unless there is nothing new. */
export interface Outgoing {
  readonly status: 200 | 304;
  readonly headers: readonly string[];
  /** Text where it is not coded: Node writes it together with the headers, and a buffer apart. */
  readonly body: Buffer | string | undefined;
}

/** What depends on whom an answer is for, and not on what it says. */
export interface CacheRules {
  readonly cacheControl: string;
  /** Without Accept-Encoding, which is added. */
  readonly vary: string;
}

/** JSON that is sent more than once: its tag, its codings and its headers are made once, when first asked for. */
export class Representation {
  /** A strong one, of the body as it is. */
  readonly tag: string;
  /** The length of the body, in bytes. */
  readonly bytes: number;
  private readonly made = new Map<Coding, { full: Outgoing; unchanged: Outgoing }>();

  constructor(
    private readonly json: string,
    private readonly rules: CacheRules,
  ) {
    this.tag = entityTag(json);
    this.bytes = Buffer.byteLength(json);
  }

  /** The answer to a request with these headers, in a coding that it takes; 304 if it has the body already. */
  answerTo(asked: IncomingHttpHeaders): Outgoing {
    const accepted = acceptedCoding(asked['accept-encoding']);
    const coding = this.bytes < WORTH_CODING_BYTES ? null : accepted;
    const { full, unchanged } = this.made.get(coding) ?? this.make(coding);
    return isFresh(asked['if-none-match'], this.tag) ? unchanged : full;
  }

  /** Sends {@link answerTo}. */
  send(request: FastifyRequest, reply: FastifyReply): void {
    const { status, headers, body } = this.answerTo(request.headers);
    for (let at = 0; at < headers.length; at += 2) {
      void reply.header(headers[at] as string, headers[at + 1]);
    }
    void reply.code(status).send(body);
  }

  private make(coding: Coding): { full: Outgoing; unchanged: Outgoing } {
    const body = coded(this.json, coding);
    const about = [
      ...['etag', coding === null ? this.tag : codedTag(this.tag, coding)],
      ...['cache-control', this.rules.cacheControl],
      ...['vary', `${this.rules.vary}, Accept-Encoding`],
    ];
    const headers = [
      ...about,
      ...['content-type', 'application/json; charset=utf-8'],
      ...['content-length', String(Buffer.byteLength(body))],
      ...(coding === null ? [] : ['content-encoding', coding]),
    ];
    const made = {
      full: { status: 200, headers, body },
      unchanged: { status: 304, headers: about, body: undefined },
    } as const;
    this.made.set(coding, made);
    return made;
  }
}

function coded(json: string, coding: Coding): Buffer | string {
  if (coding === null) return json;
  return coding === 'br' ? brotliCompressSync(json, BROTLI) : gzipSync(json);
}
