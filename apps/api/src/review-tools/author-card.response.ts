import { ApiProperty } from '@nestjs/swagger';
import { type AuthorCard, SET_STANDINGS, type SetStanding } from '#contract';
import { AuditEntryResponse } from './audit-entry.response.js';
import { AuthorSummaryResponse, SiteNameResponse } from './review-comment.response.js';

export class AuthorTotalsResponse {
  @ApiProperty()
  pending!: number;

  @ApiProperty()
  published!: number;

  @ApiProperty()
  held!: number;

  @ApiProperty()
  rejected!: number;
}

export class AuthorCardResponse extends AuthorSummaryResponse implements AuthorCard {
  @ApiProperty({ type: SiteNameResponse })
  site!: SiteNameResponse;

  @ApiProperty({
    enum: SET_STANDINGS,
    nullable: true,
    description: 'What a moderator has set; null: nothing.',
  })
  set!: SetStanding | null;

  @ApiProperty({ type: AuthorTotalsResponse, description: 'Of all comments.' })
  totals!: AuthorTotalsResponse;

  @ApiProperty({
    type: [AuditEntryResponse],
    description: 'What moderators did with the author, newest first, 20 at most.',
  })
  actions!: AuditEntryResponse[];
}
