import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { DomainError } from '#contract';

/** The id of a comment in a path; what is no UUID names no comment. */
@Injectable()
export class CommentId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
    return id.toLowerCase();
  }
}

export const ApiCommentId = (): MethodDecorator =>
  ApiParam({
    name: 'id',
    description: 'The id of the comment.',
    schema: { type: 'string', format: 'uuid' },
  });
