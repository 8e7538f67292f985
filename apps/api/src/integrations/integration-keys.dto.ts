import { ApiProperty, OmitType } from '@nestjs/swagger';
import type { IntegrationKey, IssuedIntegrationKey } from '#contract';
import { OneSiteDto } from '../accounts/one-site.dto.js';
import { IsText } from '../http/is-text.js';

const NAME_CHARACTERS = 60;

export class IssueIntegrationKeyDto extends OneSiteDto {
  @ApiProperty({
    minLength: 1,
    maxLength: NAME_CHARACTERS,
    example: 'Coral, live blog',
    description: 'What it is called in lists and in the trail.',
  })
  @IsText({ maximum: NAME_CHARACTERS, lines: false })
  name!: string;
}

/** A key in a list. */
export class IntegrationKeyResponse implements IntegrationKey {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ example: 'x7qa', description: 'Its last four characters.' })
  hint!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who made it.' })
  createdBy!: string | null;
}

export class IssuedIntegrationKeyResponse
  extends OmitType(IntegrationKeyResponse, ['createdBy'])
  implements IssuedIntegrationKey
{
  @ApiProperty({
    pattern: '^mk-[a-z2-7]{32}$',
    description: 'The key itself. Told once and kept nowhere.',
  })
  key!: string;
}
