import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type IssuedSiteKey, SITE_KEY_KINDS, type SiteKey, type SiteKeyKind } from '#contract';
import { OneSiteDto } from '../accounts/one-site.dto.js';

export class IssueSiteKeyDto extends OneSiteDto {
  @ApiProperty({
    enum: SITE_KEY_KINDS,
    description: '`public` for the site’s pages, `secret` for its servers.',
  })
  @IsIn(SITE_KEY_KINDS, { message: `must be one of ${SITE_KEY_KINDS.join(', ')}` })
  kind!: SiteKeyKind;
}

/** A key in a list. */
export class SiteKeyResponse implements SiteKey {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: SITE_KEY_KINDS })
  kind!: SiteKeyKind;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'pk_4f9a2c0d71b35e8866aa04c1',
    description: 'A public key as it is; null for a secret one.',
  })
  publicKey!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '9f3c',
    description: 'The last four characters of a secret key; null where they were never kept.',
  })
  hint!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '5b2a90c7',
    description: 'The first eight digits of a secret key’s SHA-256 in hexadecimal.',
  })
  fingerprint!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The name of who made it in the console.',
  })
  createdBy!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a request or a stream last came with it, true to a minute or so.',
  })
  lastUsedAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null while it is in force.',
  })
  revokedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who revoked it.' })
  revokedBy!: string | null;
}

export class IssuedSiteKeyResponse extends SiteKeyResponse implements IssuedSiteKey {
  @ApiProperty({
    pattern: '^(pk_[0-9a-f]{24}|sk_[0-9a-f]{64})$',
    description: 'The key itself. A secret one is told this once and kept nowhere.',
  })
  key!: string;
}
