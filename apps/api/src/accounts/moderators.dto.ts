import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type ModeratorView, type Role, ROLES } from '#contract';
import { OneSiteDto } from './one-site.dto.js';
import { IsAddress } from './session.dto.js';

const IsRole = () => IsIn(ROLES, { message: `must be one of ${ROLES.join(', ')}` });

export class RoleDto {
  @ApiProperty({ enum: ROLES, description: 'What the moderator may do from now on.' })
  @IsRole()
  role!: Role;
}

export class InviteDto extends OneSiteDto {
  @ApiProperty({ description: 'Whom the invitation is for.', example: 'ada@news.example' })
  @IsAddress()
  email!: string;

  @ApiProperty({ enum: ROLES, description: 'As what the person is to work.' })
  @IsRole()
  role!: Role;
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
