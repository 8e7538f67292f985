import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { DomainError } from '#contract';

/** The id of an integration key in a path; what is no UUID names none. */
@Injectable()
export class IntegrationKeyId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new DomainError('INTEGRATION_KEY_NOT_FOUND', 'No integration key has this id.');
  }
}

export const ApiIntegrationKeyId = (): MethodDecorator =>
  ApiParam({
    name: 'id',
    description: 'The id of the key.',
    schema: { type: 'string', format: 'uuid' },
  });
