import { Injectable, type PipeTransform } from '@nestjs/common';
import { textProblem } from '#comments';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';
import { validationFailed } from '../http/validation.js';

/** The site's id of an article in a path. */
@Injectable()
export class ArticleId implements PipeTransform<string, string> {
  transform(id: string): string {
    const problem = textProblem(id, { maximum: ARTICLE_LIMITS.id, lines: false });
    if (problem === null) return id;
    throw validationFailed([{ field: 'id', ...problem }]);
  }
}
