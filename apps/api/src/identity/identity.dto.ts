import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  Matches,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MAXIMUM_SECRETS, SECRET_BYTES } from '#readers';
import { IsText } from '../http/is-text.js';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Keys that come over an open line are anybody's; only on this very machine there is none in between. */
function isKeyAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, hash } = new URL(value);
  if (username !== '' || password !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

function Rule(name: string, message: string, validate: (value: unknown) => boolean) {
  return (target: object, property: string | symbol): void =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate, defaultMessage: () => message },
    });
}

function isSecret(value: unknown): boolean {
  const bytes = typeof value === 'string' ? Buffer.byteLength(value) : 0;
  return bytes >= SECRET_BYTES.minimum && bytes <= SECRET_BYTES.maximum;
}

export class SecretDto {
  @ApiProperty({
    description: 'The secret’s name; tokens may name it as their kid.',
    example: '2026-11',
    pattern: '^[\\w.-]{1,64}$',
  })
  @Matches(/^[\w.-]{1,64}$/, { message: 'must be 1 to 64 letters, digits and . _ -' })
  id!: string;

  @ApiProperty({
    required: false,
    writeOnly: true,
    description:
      'The secret that HS256 tokens are signed with, 32 to 512 bytes in UTF-8. Never read back; left out, the one that is stored under the id stays.',
    example: 'a-long-random-text-from-your-password-manager',
    minLength: SECRET_BYTES.minimum,
    maxLength: SECRET_BYTES.maximum,
  })
  @ValidateIf((_, value) => value !== undefined)
  @Rule(
    'isSecret',
    `must have ${SECRET_BYTES.minimum} to ${SECRET_BYTES.maximum} bytes in UTF-8`,
    isSecret,
  )
  secret?: string;
}

/** How a site signs its readers in: written whole, what is left out is turned off. */
export class IdentityDto {
  @ApiProperty({
    type: String,
    nullable: true,
    required: false,
    description: 'The iss that tokens must have; null: any or none.',
    example: 'https://news.example',
    maxLength: 200,
  })
  @IsOptional()
  @IsText({ maximum: 200, lines: false })
  issuer?: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    required: false,
    description: 'The aud that tokens must have; null: the site’s public key or its id.',
    example: 'comments.news.example',
    maxLength: 200,
  })
  @IsOptional()
  @IsText({ maximum: 200, lines: false })
  audience?: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    required: false,
    description:
      'Where the public keys of RS256 and ES256 tokens are, as a JSON Web Key Set; https, or http on this machine.',
    example: 'https://news.example/.well-known/jwks.json',
    maxLength: 2000,
  })
  @IsOptional()
  @Rule('isKeyAddress', 'must be an https URL without user and password', isKeyAddress)
  jwksUrl?: string | null;

  @ApiProperty({
    type: [SecretDto],
    required: false,
    description:
      'The secrets of HS256 tokens, all of which are valid; those that are not named are gone.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @ArrayMaxSize(MAXIMUM_SECRETS, { message: `must not have more than ${MAXIMUM_SECRETS} entries` })
  @Rule('areDistinct', 'must not have two secrets of one id', areDistinct)
  // ValidateNested takes a list within the list for an object.
  @IsObject({ each: true, message: 'must be a list of objects' })
  @IsArray({ message: 'must be a list' })
  @ValidateNested({ each: true })
  @Type(() => SecretDto)
  secrets?: SecretDto[];
}

function areDistinct(value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  const ids = value.map((entry: Partial<SecretDto> | null) => entry?.id);
  return new Set(ids).size === ids.length;
}
