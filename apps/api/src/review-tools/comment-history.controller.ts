import { Body, Controller, Get, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CommentHistory, DomainError, type ReviewNote } from '#contract';
import { Database } from '#database';
import { HistoryService, NotesService } from '#history';
import { readReviewComments, ReviewsService } from '#reviews';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { CommentHistoryResponse } from './comment-history.response.js';
import { ReviewNoteResponse } from './review-note.response.js';
import { NOTE_CHARACTERS } from './set-standing.dto.js';

class AddNoteDto {
  @ApiProperty({
    minLength: 1,
    maxLength: NOTE_CHARACTERS,
    description: 'For moderators alone; goes when the comment is deleted.',
  })
  @IsText({ maximum: NOTE_CHARACTERS, lines: true })
  text!: string;
}

@ApiTags('reviews')
@Controller('v1/reviews/comments')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class CommentHistoryController {
  constructor(
    private readonly history: HistoryService,
    private readonly notes: NotesService,
    private readonly reviews: ReviewsService,
    private readonly database: Database,
  ) {}

  @Get(':id')
  @ApiCommentId()
  @ApiOperation({ summary: 'Everything about one comment' })
  @ApiResponse({
    status: 200,
    type: CommentHistoryResponse,
    description: 'Its texts with what the checks found in each, its decisions, notes and reports.',
  })
  @ApiSignedIn('COMMENT_NOT_FOUND')
  async find(
    @CurrentModerator() me: SignedIn,
    @Param('id', CommentId) id: string,
  ): Promise<CommentHistory> {
    const ref = await this.history.locate(sitesWith(me, 'moderator'), id);
    const [past, [comment], item] = await Promise.all([
      this.history.read(ref),
      readReviewComments(this.database, [ref]),
      this.reviews.findByComment([ref.siteId], id),
    ]);
    if (comment === undefined) {
      throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
    }
    return { comment, item, ...past };
  }

  @Post(':id/notes')
  @ApiCommentId()
  @ApiOperation({ summary: 'Leave a note for other moderators' })
  @ApiResponse({ status: 201, type: ReviewNoteResponse, description: 'The note.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'COMMENT_NOT_FOUND')
  async addNote(
    @CurrentModerator() me: SignedIn,
    @Param('id', CommentId) id: string,
    @Body() { text }: AddNoteDto,
  ): Promise<ReviewNote> {
    const ref = await this.history.locate(sitesWith(me, 'moderator'), id);
    return this.notes.add(ref, text, me);
  }
}
