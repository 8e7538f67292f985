import { ApiProperty, PickType } from '@nestjs/swagger';
import { type CommentPreview, type Label, LABELS } from '#contract';
import { TextSpanResponse } from '../comments/comment.response.js';
import { SubmitCommentDto } from '../comments/submit-comment.dto.js';

/** A comment as it would be posted. */
export class PreviewCommentDto extends PickType(SubmitCommentDto, [
  'article',
  'parentId',
  'body',
  'author',
] as const) {}

export class CommentPreviewResponse implements CommentPreview {
  @ApiProperty({ enum: ['published', 'held', 'rejected'], description: 'What would become of it.' })
  status!: CommentPreview['status'];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'One sentence for the reader; null when nothing objects.',
    example: 'This may be held for a moderator, because it has many links in it.',
  })
  hint!: string | null;

  @ApiProperty({
    enum: LABELS,
    nullable: true,
    description: 'What it is about, for pages that say it in the reader’s language.',
  })
  about!: Label | null;

  @ApiProperty({ type: [TextSpanResponse], description: 'The words that object.' })
  spans!: TextSpanResponse[];
}
