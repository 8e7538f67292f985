import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import type { StandingChange } from '#authors';
import { SET_STANDINGS, type SetStanding } from '#contract';
import { IsMoment } from '../http/is-moment.js';
import { IsText } from '../http/is-text.js';
import { validationFailed } from '../http/validation.js';

/** The longest note, in characters. */
export const NOTE_CHARACTERS = 2000;

export class SetStandingDto {
  @ApiProperty({
    enum: [...SET_STANDINGS, null],
    nullable: true,
    description: 'null takes back what was set: the standing follows from the comments again.',
  })
  @IsIn([...SET_STANDINGS, null], {
    message: `must be one of ${SET_STANDINGS.join(', ')}, or null`,
  })
  standing!: SetStanding | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The end of a suspension; without it there is none.',
  })
  @IsOptional()
  @IsMoment()
  until?: Date | null;

  @ApiPropertyOptional({
    description: 'Whether what of the author waits for a moderator is rejected with it.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean({ message: 'must be true or false' })
  rejectOpen?: boolean;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: NOTE_CHARACTERS,
    description: 'Why; kept in the audit trail for good, so quote no comment in it.',
  })
  @IsOptional()
  @IsText({ maximum: NOTE_CHARACTERS, lines: true })
  note?: string | null;
}

/** What the request asks for. @throws DomainError VALIDATION_FAILED when its parts do not fit together */
export function standingChangeOf(dto: SetStandingDto, now: Date): StandingChange {
  const { standing, until = null, rejectOpen = false, note = null } = dto;
  const refuse = (field: string, rule: string, message: string) =>
    validationFailed([{ field, rule, message }]);
  if (until !== null && standing !== 'suspended') {
    throw refuse('until', 'isForSuspension', 'is only for a suspension');
  }
  if (until !== null && until <= now) throw refuse('until', 'isFuture', 'must be to come');
  if (rejectOpen && standing !== 'suspended' && standing !== 'banned') {
    throw refuse('rejectOpen', 'isForSuspension', 'is only for a suspension or a ban');
  }
  return { standing, until, rejectOpen, note };
}
