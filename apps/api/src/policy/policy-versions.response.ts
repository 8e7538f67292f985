import { ApiProperty } from '@nestjs/swagger';
import type { Policy, PolicyVersion, PolicyVersionPage, WrittenPolicy } from '#contract';
import { PolicyDto } from './policy.dto.js';

class WriterResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class PolicyVersionResponse implements PolicyVersion {
  @ApiProperty({ description: 'Numbered per site; 0 is the shipped policy.' })
  version!: number;

  @ApiProperty({ type: String, nullable: true, description: 'null: the whole site.' })
  section!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at!: string | null;

  @ApiProperty({
    type: WriterResponse,
    nullable: true,
    description: 'The moderator; null for whoever had the site’s secret key.',
  })
  by!: WriterResponse | null;

  @ApiProperty({
    description:
      'Whether the section went back to the site’s policy with it, or the site to the shipped one.',
  })
  withdrawn!: boolean;
}

export class PolicyVersionPageResponse implements PolicyVersionPage {
  @ApiProperty({ type: [PolicyVersionResponse], description: 'Newest first.' })
  versions!: PolicyVersionResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'The cursor of the next page.' })
  next!: string | null;
}

export class WrittenPolicyResponse extends PolicyVersionResponse implements WrittenPolicy {
  @ApiProperty({
    type: PolicyDto,
    nullable: true,
    description: 'What it says; null where it was withdrawn.',
  })
  policy!: Policy | null;
}
