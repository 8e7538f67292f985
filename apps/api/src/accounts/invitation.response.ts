import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type InvitationView,
  type IssuedInvitation,
  type PendingInvitation,
  type Role,
  ROLES,
} from '#contract';

export class InvitationResponse implements InvitationView {
  @ApiProperty({ description: 'The site’s name.' })
  site!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whom it is for; null: the site’s first admin, who names an address.',
  })
  email!: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiPropertyOptional({
    description: 'Whether the address has an account, whose password is asked for then.',
  })
  hasAccount?: boolean;
}

export class IssuedInvitationResponse extends InvitationResponse implements IssuedInvitation {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({
    description: 'To be handed to the person, who alone may have it. Told once and kept nowhere.',
    example: 'https://moderato.news.example/console/welcome#…',
  })
  link!: string;
}

export class PendingInvitationResponse extends InvitationResponse implements PendingInvitation {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who invited.' })
  invitedBy!: string | null;
}
