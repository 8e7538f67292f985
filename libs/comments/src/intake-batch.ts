import { DomainError, type Policy } from '#contract';
import type { Session } from '#database';
import { fingerprint } from '#moderation';
import { type PoliciesService, scopeKey } from '#policies';
import { v7 as uuidv7 } from 'uuid';
import { type ArticleRow, Articles, type ParentRow, parentsOf } from './intake-context.js';
import { Authors } from './intake-authors.js';
import * as sql from './intake.sql.js';
import { type Accepted, type Submission, tokenRequired } from './submission.js';

/** A comment of the batch that nothing speaks against. */
interface Entry {
  index: number;
  id: string;
  submission: Submission;
  parent: ParentRow | null;
}

interface UsedKeyRow {
  site_id: string;
  key: string;
  request_hash: Buffer;
  comment_id: string;
  /** `null` while the comment is in the same batch and not written yet. */
  status: Accepted['status'] | null;
}

/** Writes many comments in one transaction, with a handful of statements however many they are. */
export class IntakeBatch {
  private readonly results: (Accepted | Error)[] = [];
  private readonly articles: Articles;
  private readonly authors: Authors;

  constructor(
    private readonly session: Session,
    private readonly policies: PoliciesService,
    private readonly sweepAfterMs: number,
  ) {
    this.articles = new Articles(session);
    this.authors = new Authors(session);
  }

  async run(batch: Submission[]): Promise<(Accepted | Error)[]> {
    const items = batch.map((submission, index) => ({ submission, index }));
    // One round trip for all that can be read before anything else is known.
    const [fresh, parentOf] = await Promise.all([
      this.answerRepeated(items),
      parentsOf(this.session, batch),
      this.articles.find(batch),
      this.authors.find(batch),
    ]);
    const entries = await this.takeKeys(await this.admit(fresh, parentOf));
    await this.insert(entries);
    for (const { index, id } of entries) this.results[index] = { id, status: 'pending' };
    return this.results;
  }

  /** A request that was answered before gets the same answer, whatever has changed since. */
  private async answerRepeated<T extends { submission: Submission; index: number }>(
    items: T[],
  ): Promise<T[]> {
    const keyed = items.filter(({ submission }) => submission.idempotency !== null);
    if (keyed.length === 0) return items;
    const used = await this.session.query<UsedKeyRow>(sql.KEYS, [
      keyed.map(({ submission }) => submission.siteId),
      keyed.map(({ submission }) => submission.idempotency?.key),
    ]);
    const byKey = new Map(used.map((row) => [`${row.site_id}/${row.key}`, row]));
    return items.filter(({ submission: { siteId, idempotency }, index }) => {
      const row = idempotency === null ? undefined : byKey.get(`${siteId}/${idempotency.key}`);
      if (idempotency === null || row === undefined) return true;
      this.results[index] = row.request_hash.equals(idempotency.requestHash)
        ? { id: row.comment_id, status: row.status ?? 'pending' }
        : new DomainError(
            'IDEMPOTENCY_KEY_REUSED',
            'This Idempotency-Key came with another request before.',
            [
              {
                field: 'Idempotency-Key',
                rule: 'isUnused',
                message: 'was used for another request',
              },
            ],
          );
      return false;
    });
  }

  /** Drops what the article, the policy or the parent forbids; nothing is made for what is dropped. */
  private async admit(
    items: { submission: Submission; index: number }[],
    parentOf: (submission: Submission) => ParentRow | null,
  ): Promise<Entry[]> {
    if (items.length === 0) return [];
    const submissions = items.map(({ submission }) => submission);
    const policyOf = await this.policies.resolve(
      submissions.map((submission) => scopeOf(submission, this.articles.of(submission))),
      this.session,
    );
    return items.flatMap(({ submission, index }) => {
      const article = this.articles.of(submission);
      const parent = parentOf(submission);
      const policy = policyOf.get(scopeKey(scopeOf(submission, article)))?.policy;
      const objection =
        objectionTo(submission, article, policy) ?? objectionToReply(submission, article, parent);
      if (objection === null) return [{ index, id: uuidv7(), submission, parent }];
      this.results[index] = objection;
      return [];
    });
  }

  /** Keys are taken in the transaction of the comment; who comes second gets the answer of the first. */
  private async takeKeys(entries: Entry[]): Promise<Entry[]> {
    const keyed = entries.filter(({ submission }) => submission.idempotency !== null);
    if (keyed.length === 0) return entries;
    const taken = await this.session.query<{ comment_id: string }>(sql.TAKE_KEYS, [
      keyed.map(({ submission }) => submission.siteId),
      keyed.map(({ submission }) => submission.idempotency?.key),
      keyed.map(({ submission }) => submission.idempotency?.requestHash),
      keyed.map(({ id }) => id),
    ]);
    const ids = new Set(taken.map((row) => row.comment_id));
    const won = (entry: Entry): boolean =>
      entry.submission.idempotency === null || ids.has(entry.id);
    await this.answerRepeated(entries.filter((entry) => !won(entry)));
    return entries.filter(won);
  }

  private async insert(entries: Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const submissions = entries.map(({ submission }) => submission);
    await Promise.all([this.articles.make(submissions), this.authors.make(submissions)]);
    const prints = entries.map(({ submission }) => fingerprint(submission.body));
    await this.session.execute(sql.ADD_COMMENTS, [
      entries.map(({ submission }) => submission.siteId),
      entries.map(({ id }) => id),
      entries.map(({ submission }) => this.articleId(submission)),
      entries.map(({ parent }) => parent?.id ?? null),
      entries.map(({ id, parent }) => parent?.root_id ?? id),
      entries.map(({ submission }) => this.authors.idOf(submission)),
      entries.map(({ submission }) => submission.author?.name ?? null),
      entries.map(({ submission }) => submission.body),
      prints.map(({ textHash }) => textHash),
      prints.map(({ simHash }) => simHash),
      prints.map(({ bands }) => (bands.length === 0 ? null : `{${bands.join(',')}}`)),
      entries.map(({ submission }) => submission.addressHash),
      this.sweepAfterMs,
    ]);
  }

  private articleId(submission: Submission): string {
    const article = this.articles.of(submission);
    if (article === undefined)
      throw new Error('An article vanished while its comment was written.');
    return article.id;
  }
}

/** The section belongs to the article; what a later comment claims does not move it. */
function scopeOf(
  submission: Submission,
  article: ArticleRow | undefined,
): { siteId: string; section: string } {
  const section = article === undefined ? submission.article.section : article.section;
  return { siteId: submission.siteId, section: section ?? '' };
}

function objectionTo(
  { signedIn }: Submission,
  article: ArticleRow | undefined,
  policy: Policy | undefined,
): DomainError | null {
  if (article?.closed)
    return new DomainError('ARTICLE_CLOSED', 'This article takes no comments any more.');
  if (policy?.mode === 'closed')
    return new DomainError('COMMENTS_CLOSED', 'Comments are closed here.');
  return policy?.anonymous === false && !signedIn ? tokenRequired() : null;
}

function objectionToReply(
  submission: Submission,
  article: ArticleRow | undefined,
  parent: ParentRow | null,
): DomainError | null {
  if (submission.parentId === null) return null;
  const field = (rule: string, message: string) => [{ field: 'parentId', rule, message }];
  if (parent === null) {
    const message = 'must be the id of a comment of this site';
    return new DomainError(
      'PARENT_NOT_FOUND',
      'There is no such comment to reply to.',
      field('exists', message),
    );
  }
  if (parent.article_id !== article?.id) {
    const message = 'must be the id of a comment under the same article';
    return new DomainError(
      'PARENT_OF_ANOTHER_ARTICLE',
      'The comment to reply to stands under another article.',
      field('sameArticle', message),
    );
  }
  return parent.status === 'deleted'
    ? new DomainError(
        'PARENT_DELETED',
        'The comment to reply to was deleted.',
        field('isThere', 'must be the id of a comment that was not deleted'),
      )
    : null;
}
