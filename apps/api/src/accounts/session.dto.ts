import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { type Locale, LOCALES } from '#contract';
import { IsText } from '../http/is-text.js';

export const NAME_LENGTH = 100;
const EMAIL_LENGTH = 254;
/** Longer than any password may be, so that a rule of passwords speaks and not one of forms. */
const SECRET_LENGTH = 1024;

const upTo = (maximum: number) =>
  MaxLength(maximum, { message: `must not be longer than ${maximum} characters` });

/** An e-mail address. */
export const IsAddress = (): PropertyDecorator =>
  applyDecorators(
    // Runs first: the validator below fails on half characters.
    IsText({ maximum: EMAIL_LENGTH, lines: false }),
    IsEmail({ require_tld: false }, { message: 'must be an e-mail address' }),
  );

/** A password or a token; what it has to be is not for a form to judge. */
export const IsSecret = (): PropertyDecorator =>
  applyDecorators(IsString({ message: 'must be a string' }), upTo(SECRET_LENGTH));

export class SignInDto {
  @ApiProperty({ description: 'In upper or lower case.', example: 'ada@news.example' })
  @IsAddress()
  email!: string;

  @ApiProperty({ description: 'The moderator’s password.', format: 'password' })
  @IsSecret()
  password!: string;
}

export class ProfileDto {
  @ApiPropertyOptional({ description: 'What colleagues see.', maxLength: NAME_LENGTH })
  @ValidateIf((_, value) => value !== undefined)
  @IsText({ maximum: NAME_LENGTH, lines: false })
  name?: string;

  @ApiPropertyOptional({
    type: String,
    enum: [...LOCALES, null],
    nullable: true,
    description: 'The language of the console; null: as the browser asks.',
  })
  @IsOptional()
  @IsIn(LOCALES, { message: `must be one of ${LOCALES.join(', ')}, or null` })
  locale?: Locale | null;
}

export class PasswordChangeDto {
  @ApiProperty({ description: 'The present password.', format: 'password' })
  @IsSecret()
  current!: string;

  @ApiProperty({
    description: 'The one from now on: 12 to 256 characters of any kind, not the e-mail address.',
    format: 'password',
  })
  @IsSecret()
  next!: string;
}
