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

/** The id of a signing secret in a path; what is no UUID names none. */
@Injectable()
export class CoralSecretId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new DomainError('CORAL_SECRET_NOT_FOUND', 'No secret has this id.');
  }
}

const ApiId = (description: string): MethodDecorator =>
  ApiParam({ name: 'id', description, schema: { type: 'string', format: 'uuid' } });

export const ApiIntegrationKeyId = (): MethodDecorator => ApiId('The id of the key.');
export const ApiCoralSecretId = (): MethodDecorator => ApiId('The id of the secret.');
