import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID } from 'class-validator';
import type { CoralSecret } from '#contract';

export class AddCoralSecretDto {
  @ApiProperty({
    writeOnly: true,
    minLength: 16,
    maxLength: 256,
    description: 'The signing secret as Coral shows it. Never read back.',
  })
  @IsString({ message: 'must be a string' })
  secret!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The id of the site; not needed by who is admin of one alone.',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a site' })
  site?: string;
}

export class CoralSecretResponse implements CoralSecret {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '9f3c', description: 'Its last four characters.' })
  hint!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}
