import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, ValidateIf } from 'class-validator';
import type { Placement } from '#contract';

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class PlacementDto implements Partial<Placement> {
  @ApiPropertyOptional({ description: 'Above all others of its article; top comments only.' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'must be true or false' })
  pinned?: boolean;

  @ApiPropertyOptional({ description: 'Set off by a mark.' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'must be true or false' })
  featured?: boolean;
}

export class PlacementResponse implements Placement {
  @ApiProperty()
  pinned!: boolean;

  @ApiProperty()
  featured!: boolean;
}
