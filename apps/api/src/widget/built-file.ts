import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedCoding, type Coding } from '../http/accept-encoding.js';
import { codedTag, entityTag, isFresh } from '../http/entity-tag.js';

/** Where the build puts the widget, seen from here as it is built and as it is written. */
const FOLDERS = ['../../../widget/', '../../../../dist/apps/widget/'];

/** The path of a file that the build made of apps/widget; undefined where there is none. */
function builtPath(name: string): string | undefined {
  return FOLDERS.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url))).find(
    existsSync,
  );
}

/** A file of the build: read, tagged and compressed once, when it is first asked for. */
export class BuiltFile {
  private text: { body: Buffer; tag: string } | undefined;
  private readonly coded = new Map<Coding, Buffer>();

  constructor(
    private readonly name: string,
    private readonly type: string,
  ) {}

  /** Answers with it, or with 304 where the request has it already. */
  send({ headers }: FastifyRequest, reply: FastifyReply): void {
    const text = this.read();
    if (text === undefined) {
      reply.callNotFound();
      return;
    }
    const coding = acceptedCoding(headers['accept-encoding']);
    void reply
      .header('etag', coding === null ? text.tag : codedTag(text.tag, coding))
      .header('cache-control', 'public, max-age=300, stale-while-revalidate=86400')
      .header('vary', 'Accept-Encoding');
    if (isFresh(headers['if-none-match'], text.tag)) {
      void reply.status(304).send();
      return;
    }
    if (coding !== null) void reply.header('content-encoding', coding);
    void reply.type(this.type).send(this.body(coding, text.body));
  }

  private read(): { body: Buffer; tag: string } | undefined {
    const path = this.text === undefined ? builtPath(this.name) : undefined;
    if (path !== undefined) {
      const body = readFileSync(path);
      this.text = { body, tag: entityTag(body.toString('utf8')) };
    }
    return this.text;
  }

  private body(coding: Coding, plain: Buffer): Buffer {
    if (coding === null) return plain;
    const body =
      this.coded.get(coding) ?? (coding === 'br' ? brotliCompressSync(plain) : gzipSync(plain));
    this.coded.set(coding, body);
    return body;
  }
}
