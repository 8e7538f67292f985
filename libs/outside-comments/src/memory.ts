import { Injectable } from '@nestjs/common';
import { Database, type Session } from '#database';
import type { BlindedComment } from './blinded-comment.js';
import * as sql from './memory.sql.js';
import type { OutsideSpamScore, OutsideVerdict, Told } from './outside-comment.js';

/** A comment of the past with something that the judged one has too. */
export interface RecalledText {
  /** `others`: within the window and by others; `told`: by anybody at any time, and people said what it is. */
  kind: 'author' | 'others' | 'told';
  id: string;
  article_hash: Buffer | null;
  author_hash: Buffer | null;
  text_hash: string;
  sim_hash: string | null;
  status: OutsideVerdict['status'] | null;
  told: Told | null;
  created_at: Date;
}

type Who = 'author' | 'address' | 'page';

/** Counts; of rates, without the judged comment itself. */
export type RecordRow = Record<
  | `${'author' | 'address' | 'article'}_${'minute' | 'hour'}`
  | `${Who}_${'spam' | 'ham' | 'passed'}`
  | 'page_authors',
  number
> & { first_seen_at: Date | null };

/** What is remembered that has to do with one comment. */
export interface Recalled {
  texts: RecalledText[];
  records: RecordRow;
}

/** A comment that was judged before. */
export interface Remembered {
  id: string;
  createdAt: Date;
  told: Told | null;
  spam: OutsideSpamScore | null;
}

/** Also from processes whose clocks are a little ahead, and where times are given in seconds. */
const AT_THE_SAME_MOMENT_MS = 1000;

/** What is to be recalled. */
export interface RecallOptions {
  windowHours: number;
  /** Of more comments in an hour than this nobody asks. */
  countUpTo: number;
  /** Whether the comment is written down first. */
  remember: boolean;
  /** Whether it was written down before, and others have come since. */
  again: boolean;
}

interface FoundRow {
  id: string;
  created_at: Date;
  told: Told | null;
  spam_score: number | null;
  scorer_version: string | null;
}

/** The memory of comments that other systems keep: hashes, times, what became of them, and no text. */
@Injectable()
export class OutsideMemory {
  constructor(private readonly database: Database) {}

  /** Writes a comment down, unless it is a trial, and reads what came before it: three statements, sent together. */
  recall(comment: BlindedComment, options: RecallOptions): Promise<Recalled> {
    return this.database.connection(async (session) => {
      const [, texts, [records]] = await Promise.all([
        options.remember ? this.remember(comment, null, null, session) : null,
        readTexts(session, comment, options),
        readRecords(session, comment, options),
      ]);
      if (records === undefined) throw new Error('The database told nothing about a comment.');
      return { texts, records };
    });
  }

  /** Writes a comment down, with what became of it and what people say of it if that is known. */
  async remember(
    comment: BlindedComment,
    told: Told | null,
    verdict: Pick<OutsideVerdict, 'status' | 'spam'> | null,
    session: Session = this.database,
  ): Promise<void> {
    const { siteId, id, createdAt, author, address, page, article, text, system } = comment;
    const { textHash, simHash, bands } = text;
    await session.execute(sql.REMEMBER, [
      ...[siteId, id, createdAt, author, address, page, article, String(textHash)],
      ...[bands.length === 0 ? null : bands, simHash === null ? null : String(simHash)],
      ...[system, told, verdict?.status ?? null],
      ...[verdict?.spam?.score ?? null, verdict?.spam?.version ?? null],
    ]);
  }

  /** Adds what became of a comment. */
  async settle(
    { siteId, id }: Pick<BlindedComment, 'siteId' | 'id'>,
    { status, spam }: Pick<OutsideVerdict, 'status' | 'spam'>,
  ): Promise<void> {
    const values = [siteId, id, status, spam?.score ?? null, spam?.version ?? null];
    await this.database.execute(sql.SETTLE, values);
  }

  /** Adds what people say of a comment; the latest counts. */
  async tell(siteId: string, id: string, told: Told): Promise<void> {
    await this.database.execute(sql.TELL, [siteId, id, told]);
  }

  /** The remembered comment that this one is: by its id if the other system sends it back, else by what it has in common. */
  async find(comment: BlindedComment, id?: string): Promise<Remembered | null> {
    const { siteId, system, author, address, article, text } = comment;
    const [byId] =
      id === undefined ? [] : await this.database.query<FoundRow>(sql.FIND_BY_ID, [siteId, id]);
    if (byId !== undefined) return rememberedOf(byId);
    const values = [siteId, String(text.textHash), system, author, address, article];
    const [found] = await this.database.query<FoundRow>(sql.FIND, values);
    return found === undefined ? null : rememberedOf(found);
  }
}

function rememberedOf(row: FoundRow): Remembered {
  const { id, created_at: createdAt, told, spam_score: score, scorer_version: version } = row;
  return {
    id,
    createdAt,
    told,
    spam: score === null || version === null ? null : { score, version },
  };
}

function readTexts(
  session: Session,
  comment: BlindedComment,
  options: RecallOptions,
): Promise<RecalledText[]> {
  const { siteId, id, author, text } = comment;
  return session.query<RecalledText>(sql.TEXTS, [
    ...[siteId, id, upTo(comment, options), author, String(text.textHash), options.windowHours],
    text.bands.length === 0 ? null : text.bands,
  ]);
}

function readRecords(
  session: Session,
  comment: BlindedComment,
  options: RecallOptions,
): Promise<RecordRow[]> {
  const { siteId, id, author, address, page, article } = comment;
  return session.query<RecordRow>(sql.RECORDS, [
    ...[siteId, id, upTo(comment, options), author, address, page, article],
    ...[options.windowHours, options.countUpTo],
  ]);
}

function upTo({ createdAt }: BlindedComment, { again }: RecallOptions): Date {
  return again ? createdAt : new Date(createdAt.getTime() + AT_THE_SAME_MOMENT_MS);
}
