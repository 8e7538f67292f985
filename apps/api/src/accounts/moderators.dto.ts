import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type ModeratorView, type Role, ROLES } from '#contract';
import { IsAddress } from './session.dto.js';

const IsRole = () => IsIn(ROLES, { message: `must be one of ${ROLES.join(', ')}` });
const IsSite = () => IsUUID(undefined, { message: 'must be the id of a site' });

export class SiteQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The id of the site; not needed by who is admin of one alone.',
  })
  @IsOptional()
  @IsSite()
  site?: string;
}

export class RoleDto {
  @ApiProperty({ enum: ROLES, description: 'What the moderator may do from now on.' })
  @IsRole()
  role!: Role;
}

export class InviteDto {
  @ApiProperty({ description: 'Whom the invitation is for.', example: 'ada@news.example' })
  @IsAddress()
  email!: string;

  @ApiProperty({ enum: ROLES, description: 'As what the person is to work.' })
  @IsRole()
  role!: Role;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The id of the site; not needed by who is admin of one alone.',
  })
  @IsOptional()
  @IsSite()
  site?: string;
}

/** A moderator of a site. */
export class ModeratorResponse implements ModeratorView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({ enum: ['password', 'openid'], isArray: true })
  signsInWith!: ('password' | 'openid')[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSeenAt!: string | null;
}
