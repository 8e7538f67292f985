import { Injectable } from '@nestjs/common';
import { textProblem } from '#comments';
import { DomainError } from '#contract';
import { type CountOfUrl, LiveCounts, UrlCounts } from '#counts';
import { ARTICLE_LIMITS } from '../../comments/submit-comment.dto.js';

/** Articles or addresses that one request may ask for. */
const MAXIMUM = 100;

/** Counts by what other systems call articles: their ids, or the addresses of their pages. */
@Injectable()
export class CompatCounts {
  constructor(
    private readonly counts: LiveCounts,
    private readonly urls: UrlCounts,
  ) {}

  /** The count of one article. */
  async byId(siteId: string, id: unknown): Promise<number> {
    const [article = ''] = texts([id], ARTICLE_LIMITS.id);
    return (await this.counts.read(siteId, [article])).get(article) ?? 0;
  }

  /** The counts of pages, in the order asked for. */
  async byUrls(siteId: string, urls: unknown): Promise<CountOfUrl[]> {
    const given = texts(urls, ARTICLE_LIMITS.url);
    const found = await this.urls.read(siteId, [...new Set(given)]);
    return given.map((url) => found.get(url) ?? { url, count: 0, first: null, last: null });
  }
}

/** Checks that a value is a list of so many texts at most. @throws DomainError VALIDATION_FAILED */
function texts(values: unknown, maximum: number): string[] {
  const list = Array.isArray(values) ? (values as unknown[]) : [];
  if (list.length === 0 || list.length > MAXIMUM) {
    throw refused('arraySize', `must be a list of 1 to ${MAXIMUM}`);
  }
  return list.map((value) => {
    const problem =
      typeof value === 'string'
        ? textProblem(value, { maximum, lines: false })
        : { rule: 'isString', message: 'must be a string' };
    if (problem !== null) throw refused(problem.rule, problem.message);
    return value as string;
  });
}

function refused(rule: string, message: string): DomainError {
  const detail = `What is asked for ${message}.`;
  return new DomainError('VALIDATION_FAILED', detail, [{ field: 'article', rule, message }]);
}
