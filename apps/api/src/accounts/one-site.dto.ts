import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsId } from '../http/page-query.js';

/** Names the one site that something is done on, in a query or a body. */
export class OneSiteDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The id of the site; not needed by who has the role on one alone.',
  })
  @IsId('must be the id of a site, a UUID')
  site?: string;
}
