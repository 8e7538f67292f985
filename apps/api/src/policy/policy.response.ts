import { ApiProperty } from '@nestjs/swagger';
import type { Policy, PolicyInForce } from '#contract';
import type { VersionedPolicy } from '#policies';
import { PolicyDto } from './policy.dto.js';

export class PolicyResponse implements PolicyInForce {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The section that was asked for; null: the whole site.',
  })
  section!: string | null;

  @ApiProperty({ description: 'Numbered per site; 0 is the shipped policy.' })
  version!: number;

  @ApiProperty({
    description: 'Whether the section has no policy of its own and follows the site’s.',
  })
  inherited!: boolean;

  @ApiProperty({ type: PolicyDto })
  policy!: Policy;

  static of(section: string, found: VersionedPolicy): PolicyResponse {
    return {
      section: section === '' ? null : section,
      version: found.version,
      inherited: section !== '' && found.section !== section,
      policy: found.policy,
    };
  }
}
