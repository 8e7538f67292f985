import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { DomainError, type ErrorCode } from '#contract';

/** An id of ours in a path; what is no UUID names nothing, and is answered as one that nothing has. */
export class IdInPath implements PipeTransform<string, string> {
  constructor(
    private readonly notFound: ErrorCode,
    private readonly detail: string,
  ) {}

  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new DomainError(this.notFound, this.detail);
  }
}

/** Describes the `id` that {@link IdInPath} reads. */
export const ApiIdInPath = (description: string): MethodDecorator =>
  ApiParam({ name: 'id', description, schema: { type: 'string', format: 'uuid' } });
