import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, ValidateIf } from 'class-validator';
import type { SiteSettingsView } from '#contract';
import { MAXIMUM_ORIGINS, SITE_NAME_CHARACTERS } from '#sites';
import { IsText } from '../http/is-text.js';

const ORIGINS =
  'Origins whose pages may use the public key: https://, a host, a port if need be; http:// for localhost alone. `*` allows every page on the internet to read and post with it, without cookies.';

/** Left out is something else than `null`, which is refused. */
const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);

/** What is to be different of a site; what is left out stays. */
export class ChangeSiteDto {
  @ApiProperty({
    required: false,
    minLength: 1,
    maxLength: SITE_NAME_CHARACTERS,
    example: 'The Courier',
    description: 'What moderators call it; no two sites have the same.',
  })
  @MayBeLeftOut()
  @IsText({ maximum: SITE_NAME_CHARACTERS, lines: false })
  name?: string;

  @ApiProperty({
    type: [String],
    required: false,
    minItems: 1,
    maxItems: MAXIMUM_ORIGINS,
    example: ['https://courier.example', 'https://www.courier.example'],
    description: ORIGINS,
  })
  @MayBeLeftOut()
  @ArrayMaxSize(MAXIMUM_ORIGINS, { message: `must not name more than ${MAXIMUM_ORIGINS} origins` })
  @ArrayMinSize(1, { message: 'must name at least one origin, or *' })
  @IsString({ each: true, message: 'must be a list of strings' })
  @IsArray({ message: 'must be a list' })
  origins?: string[];
}

export class SiteResponse implements SiteSettingsView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [String], description: ORIGINS })
  origins!: string[];

  @ApiProperty({ description: 'Counts up with each change; the ETag.' })
  version!: number;
}
