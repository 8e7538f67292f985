import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';
import { IsText } from '../http/is-text.js';
import { IsId, IsPageLimit } from '../http/page-query.js';

const SITE = 'For moderators who work for several sites: which one.';
/** The greatest number that a version can have. */
const LAST_VERSION = 2 ** 31 - 1;

/** Whose policy is meant, and how a page may name its site where it can send no header. */
export class PolicySiteQuery {
  @ApiPropertyOptional({ format: 'uuid', description: SITE })
  @IsId('must be the id of a site, a UUID')
  site?: string;

  @ApiPropertyOptional({ description: 'The site’s public key, where no header can be sent.' })
  @IsOptional()
  siteKey?: string;
}

export class PolicyQuery extends PolicySiteQuery {
  @ApiPropertyOptional({
    description: 'Without it, the policy of the whole site.',
    maxLength: ARTICLE_LIMITS.section,
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.section, lines: false })
  section?: string;
}

export class PolicyVersionsQuery extends PolicySiteQuery {
  @ApiPropertyOptional({ type: String, description: 'The `next` of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be the `next` of a page' })
  @Min(1, { message: 'must be the `next` of a page' })
  @Max(LAST_VERSION, { message: 'must be the `next` of a page' })
  cursor?: number;

  @IsPageLimit({ usual: 20, longest: 100, description: 'Versions on a page.' })
  limit = 20;
}
