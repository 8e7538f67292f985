import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import type { CoralSecret } from '#contract';
import { OneSiteDto } from '../accounts/one-site.dto.js';

export class AddCoralSecretDto extends OneSiteDto {
  @ApiProperty({
    writeOnly: true,
    minLength: 16,
    maxLength: 256,
    description: 'The signing secret as Coral shows it. Never read back.',
  })
  @IsString({ message: 'must be a string' })
  secret!: string;
}

export class CoralSecretResponse implements CoralSecret {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '9f3c', description: 'Its last four characters.' })
  hint!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}
