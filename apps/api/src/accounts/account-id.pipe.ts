import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { DomainError } from '#contract';

/** The id of a moderator in a path; what is no UUID names nobody. */
@Injectable()
export class ModeratorId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new DomainError('MODERATOR_NOT_FOUND', 'Nobody has this id.');
  }
}

/** The id of an invitation in a path; what is no UUID names none. */
@Injectable()
export class InvitationId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new DomainError('INVITATION_NOT_FOUND', 'No invitation has this id.');
  }
}

export const ApiAccountId = (description: string): MethodDecorator =>
  ApiParam({ name: 'id', description, schema: { type: 'string', format: 'uuid' } });
