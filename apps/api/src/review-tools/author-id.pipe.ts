import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { DomainError } from '#contract';

/** The id of an author in a path; what is no UUID names nobody. */
@Injectable()
export class AuthorId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new DomainError('AUTHOR_NOT_FOUND', 'There is no such author.');
  }
}

export const ApiAuthorId = (): MethodDecorator =>
  ApiParam({
    name: 'id',
    description: 'The id of the author.',
    schema: { type: 'string', format: 'uuid' },
  });
