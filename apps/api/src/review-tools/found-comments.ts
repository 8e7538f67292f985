import { Injectable } from '@nestjs/common';
import type { ReviewCommentPage } from '#contract';
import { Database } from '#database';
import { readReviewComments } from '#reviews';
import { type CommentSearch, SearchService } from '#search';

/** Pages of comments that were found, as moderators see them. */
@Injectable()
export class FoundComments {
  constructor(
    private readonly search: SearchService,
    private readonly database: Database,
  ) {}

  /** @throws DomainError VALIDATION_FAILED for a cursor that is not ours */
  async page(
    search: CommentSearch,
    cursor: string | undefined,
    limit: number,
  ): Promise<ReviewCommentPage> {
    const { comments, next } = await this.search.find(search, cursor, limit);
    return { comments: await readReviewComments(this.database, comments), next };
  }
}
