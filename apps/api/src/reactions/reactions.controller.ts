import {
  Controller,
  Delete,
  Injectable,
  Param,
  type PipeTransform,
  Put,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { tokenRequired } from '#comments';
import { type Reaction, REACTIONS } from '#contract';
import type { Reader } from '#readers';
import { type ReactionsView, ReactionsService } from '#threads';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import { ApiProblems, ApiSiteKeys } from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { LimitedTo } from '../http/limited.js';
import { ReaderGuard, WritingReader } from '../http/reader.js';
import { SiteGuard } from '../http/site.guard.js';
import { validationFailed } from '../http/validation.js';
import { readerRef } from '../threads/reader-ref.js';

class ReactionsResponse implements ReactionsView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    example: { like: 12 },
    description: 'Those of all readers.',
  })
  reactions!: Partial<Record<Reaction, number>>;

  @ApiProperty({ enum: REACTIONS, isArray: true, description: 'The reader’s own.' })
  reacted!: Reaction[];
}

/** A reaction in a path. */
@Injectable()
class ReactionKind implements PipeTransform<string, Reaction> {
  transform(kind: string): Reaction {
    const known = REACTIONS.find((one) => one === kind);
    if (known !== undefined) return known;
    const message = `must be one of ${REACTIONS.join(', ')}`;
    throw validationFailed([{ field: 'kind', rule: 'isIn', message }]);
  }
}

const ApiKind = () =>
  ApiParam({ name: 'kind', enum: REACTIONS, description: 'What the reader says.' });
const PROBLEMS = [
  'VALIDATION_FAILED',
  'COMMENT_NOT_FOUND',
  'READER_TOKEN_REQUIRED',
  'READER_TOKEN_INVALID',
] as const;

@ApiTags('reactions')
@Controller('v1/comments/:id/reactions')
@UseGuards(SiteGuard, ReaderGuard)
export class ReactionsController {
  constructor(private readonly reactions: ReactionsService) {}

  @Put(':kind')
  @ApiSiteKeys('write')
  @ApiCommentId()
  @ApiKind()
  @ApiOperation({ summary: 'React to a comment; like and dislike take each other’s place' })
  @ApiResponse({ status: 200, type: ReactionsResponse, description: 'As it is now.' })
  @LimitedTo('actions')
  @ApiProblems(...PROBLEMS)
  add(
    @CurrentCaller() { site }: Caller,
    @WritingReader() reader: Reader | null,
    @Param('id', CommentId) id: string,
    @Param('kind', ReactionKind) kind: Reaction,
  ): Promise<ReactionsResponse> {
    if (reader === null) throw tokenRequired();
    return this.reactions.add(site.id, id, kind, readerRef(site, reader));
  }

  @Delete(':kind')
  @ApiSiteKeys('write')
  @ApiCommentId()
  @ApiKind()
  @ApiOperation({ summary: 'Take a reaction to a comment back' })
  @ApiResponse({ status: 200, type: ReactionsResponse, description: 'As it is now.' })
  @LimitedTo('actions')
  @ApiProblems(...PROBLEMS)
  remove(
    @CurrentCaller() { site }: Caller,
    @WritingReader() reader: Reader | null,
    @Param('id', CommentId) id: string,
    @Param('kind', ReactionKind) kind: Reaction,
  ): Promise<ReactionsResponse> {
    if (reader === null) throw tokenRequired();
    return this.reactions.remove(site.id, id, kind, readerRef(site, reader));
  }
}
