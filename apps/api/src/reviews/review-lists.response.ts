import { ApiProperty } from '@nestjs/swagger';
import type {
  CampaignCard,
  CampaignPage,
  ClaimResult,
  QueueSize,
  QueueSizes,
  ReviewPage,
} from '#contract';
import { SiteNameResponse } from '../review-tools/review-comment.response.js';
import { ReviewItemResponse } from './review-item.response.js';

export class ReviewPageResponse implements ReviewPage {
  @ApiProperty({ type: [ReviewItemResponse] })
  items!: ReviewItemResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The cursor of the next page; null at the end. A page may hold fewer items than asked for and still have one.',
  })
  next!: string | null;
}

export class QueueSizeResponse implements QueueSize {
  @ApiProperty({ description: 'Exact up to 1,000.' })
  count!: number;

  @ApiProperty({ description: 'Whether there are more.' })
  more!: boolean;
}

export class QueueSizesResponse implements QueueSizes {
  @ApiProperty({ type: QueueSizeResponse })
  held!: QueueSizeResponse;

  @ApiProperty({ type: QueueSizeResponse })
  reported!: QueueSizeResponse;

  @ApiProperty({ type: QueueSizeResponse })
  appealed!: QueueSizeResponse;

  @ApiProperty({ type: QueueSizeResponse })
  campaigns!: QueueSizeResponse;

  @ApiProperty({ type: QueueSizeResponse })
  mine!: QueueSizeResponse;
}

export class CampaignCardResponse implements CampaignCard {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: SiteNameResponse })
  site!: SiteNameResponse;

  @ApiProperty()
  size!: number;

  @ApiProperty()
  authors!: number;

  @ApiProperty()
  articles!: number;

  @ApiProperty({
    description:
      'Whether it is too large to count all its authors and articles: there are at least so many.',
  })
  more!: boolean;

  @ApiProperty({ format: 'date-time' })
  firstAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastAt!: string;

  @ApiProperty({
    type: [ReviewItemResponse],
    description: 'Three at most, as different as they come.',
  })
  examples!: ReviewItemResponse[];
}

export class CampaignPageResponse implements CampaignPage {
  @ApiProperty({ type: [CampaignCardResponse] })
  campaigns!: CampaignCardResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'The cursor of the next page.' })
  next!: string | null;
}

export class ClaimResponse implements ClaimResult {
  @ApiProperty({ type: [ReviewItemResponse] })
  items!: ReviewItemResponse[];

  @ApiProperty({ format: 'date-time', description: 'Until when they are the moderator’s.' })
  until!: string;
}

export class HeartbeatResponse {
  @ApiProperty({ format: 'date-time', description: 'Until when all claims go on.' })
  until!: string;
}
