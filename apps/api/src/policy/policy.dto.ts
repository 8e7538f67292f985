import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsFQDN,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  FAIL_SAFE_MODES,
  type FailSafeMode,
  type Label,
  LABELS,
  type Policy,
  POLICY_MODES,
  type PolicyMode,
  type RateLimit,
  type Threshold,
} from '#contract';
import { type Bounds, DEFAULT_POLICY, POLICY_BOUNDS } from '#moderation';
import { IsWordList } from './is-word-list.js';

/** Settings that are left out keep the shipped value; `null` is a value of its own. */
const IfGiven = () => ValidateIf((_, value) => value !== undefined);

const within = ({ minimum, maximum }: Bounds): PropertyDecorator[] => [
  Min(minimum, { message: `must not be less than ${minimum}` }),
  Max(maximum, { message: `must not be more than ${maximum}` }),
];

const Score = (description: string) =>
  applyDecorators(
    ApiProperty({
      type: Number,
      nullable: true,
      required: false,
      ...POLICY_BOUNDS.threshold,
      description,
    }),
    IsOptional(),
    IsNumber({}, { message: 'must be a number from 0 to 1, or null' }),
    ...within(POLICY_BOUNDS.threshold),
  );

const WholeOrNull = (bounds: Bounds, description: string) =>
  applyDecorators(
    ApiProperty({ type: 'integer', nullable: true, required: false, ...bounds, description }),
    IsOptional(),
    IsInt({ message: 'must be a whole number, or null' }),
    ...within(bounds),
  );

const Limit = (description: string) => WholeOrNull(POLICY_BOUNDS.floodLimit, description);

const Part = (type: () => new () => object) =>
  applyDecorators(
    // A function of this very name is what Swagger takes for a type that comes later.
    ApiProperty({ type: () => type(), required: false }),
    IfGiven(),
    IsObject({ message: 'must be an object' }),
    ValidateNested(),
    Type(type),
  );

class ThresholdDto implements Partial<Threshold> {
  @Score('From this score on a comment is held; null: never.')
  hold?: number | null;

  @Score('From this score on a comment is rejected; null: never.')
  reject?: number | null;
}

const Thresholds = Object as unknown as new () => Partial<Record<Label, ThresholdDto>>;

/** One threshold per label; its properties are declared below, from the list of labels. */
export class ThresholdsDto extends Thresholds {}
for (const label of LABELS) {
  Part(() => ThresholdDto)(ThresholdsDto.prototype, label, undefined as never);
}

const Whole = ({ minimum, maximum }: Bounds, description: string) =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum, maximum, description, required: false }),
    IfGiven(),
    IsInt({ message: 'must be a whole number' }),
    ...within({ minimum, maximum }),
  );

const Hosts = (description: string) =>
  applyDecorators(
    ApiProperty({ type: [String], description, required: false, example: ['news.example'] }),
    IfGiven(),
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(POLICY_BOUNDS.listEntries.maximum, {
      message: `must not have more than ${POLICY_BOUNDS.listEntries.maximum} entries`,
    }),
    IsFQDN(
      { require_tld: false },
      { each: true, message: 'must hold host names, as in news.example' },
    ),
  );

const Words = (description: string) =>
  applyDecorators(
    ApiProperty({ type: [String], description, required: false }),
    IfGiven(),
    IsWordList(),
  );

const Flag = (description: string) =>
  applyDecorators(
    ApiProperty({ type: Boolean, description, required: false }),
    IfGiven(),
    IsBoolean({ message: 'must be true or false' }),
  );

export class LinkRulesDto implements Partial<Policy['links']> {
  @Hosts('Hosts that are never counted, with their subdomains.')
  allow?: string[];

  @Hosts('Hosts that are blocked, with their subdomains.')
  block?: string[];

  @Whole(POLICY_BOUNDS.linksMaximum, 'How many links a comment may have.')
  maximum?: number;
}

export class WordListsDto implements Partial<Policy['words']> {
  @Words(
    'Words and phrases that the label banned-word marks; a * at an end stands for any letters.',
  )
  banned?: string[];

  @Words('Words and phrases that the label suspect-word marks.')
  suspect?: string[];

  @Words('Words that are never marked, though a list has them.')
  allowed?: string[];

  @Flag('Whether the shipped list of English profanity is used (label profanity).')
  profanity?: boolean;
}

export class RepeatRulesDto implements Partial<Policy['repeat']> {
  @Whole(
    POLICY_BOUNDS.repeatWindowHours,
    'How far back equal and nearly equal comments are looked for, in hours.',
  )
  windowHours?: number;

  @Whole(
    POLICY_BOUNDS.repeatMaximumAuthors,
    'How many other authors may have posted nearly the same text before it counts as a campaign.',
  )
  maximumAuthors?: number;
}

export class RateLimitDto implements Partial<RateLimit> {
  @Limit('Comments in one minute; null: no limit.')
  perMinute?: number | null;

  @Limit('Comments in one hour; null: no limit.')
  perHour?: number | null;
}

export class FloodRulesDto {
  @Part(() => RateLimitDto)
  author?: RateLimitDto;

  @Part(() => RateLimitDto)
  address?: RateLimitDto;

  @Part(() => RateLimitDto)
  article?: RateLimitDto;
}

export class ReportRulesDto implements Partial<Policy['reports']> {
  @WholeOrNull(
    POLICY_BOUNDS.reportsThreshold,
    'How many reports, weighed by the reporters’ records, send a published comment back to a moderator; null: never.',
  )
  threshold?: number | null;
}

/** A policy as it is written: whole, except that what is left out keeps the shipped value. */
export class PolicyDto {
  @ApiProperty({
    enum: POLICY_MODES,
    required: false,
    description:
      'publish-first: published unless a check objects; review-first: a moderator sees all that is not rejected; closed: no new comments.',
  })
  @IfGiven()
  @IsIn(POLICY_MODES, { message: `must be one of ${POLICY_MODES.join(', ')}` })
  mode?: PolicyMode;

  @ApiProperty({
    enum: FAIL_SAFE_MODES,
    required: false,
    description: 'What happens to a comment when a check cannot run.',
  })
  @IfGiven()
  @IsIn(FAIL_SAFE_MODES, { message: `must be one of ${FAIL_SAFE_MODES.join(', ')}` })
  failSafe?: FailSafeMode;

  @Whole(
    POLICY_BOUNDS.editWindowSeconds,
    'How long an author may change a comment after posting it, in seconds.',
  )
  editWindowSeconds?: number;

  @Flag('Hold the comments of authors of whom nothing was published yet.')
  holdNewAuthors?: boolean;

  @Flag('Whether readers may post and react whom the site has not signed in by X-Reader-Token.')
  anonymous?: boolean;

  @Flag('Whether readers can ask what the checks think of a comment before they post it.')
  nudge?: boolean;

  @Part(() => ThresholdsDto)
  thresholds?: ThresholdsDto;

  @Part(() => LinkRulesDto)
  links?: LinkRulesDto;

  @Part(() => WordListsDto)
  words?: WordListsDto;

  @Part(() => RepeatRulesDto)
  repeat?: RepeatRulesDto;

  @Part(() => FloodRulesDto)
  flood?: FloodRulesDto;

  @Part(() => ReportRulesDto)
  reports?: ReportRulesDto;

  @Flag('Whether authors may ask for another look at a rejected comment.')
  appeals?: boolean;
}

/** The whole policy that a request stands for. */
export function policyOf(dto: PolicyDto): Policy {
  const shipped: Policy = structuredClone(DEFAULT_POLICY);
  return {
    mode: dto.mode ?? shipped.mode,
    failSafe: dto.failSafe ?? shipped.failSafe,
    editWindowSeconds: dto.editWindowSeconds ?? shipped.editWindowSeconds,
    holdNewAuthors: dto.holdNewAuthors ?? shipped.holdNewAuthors,
    anonymous: dto.anonymous ?? shipped.anonymous,
    nudge: dto.nudge ?? shipped.nudge,
    thresholds: eachOver(shipped.thresholds, dto.thresholds),
    links: { ...shipped.links, ...given(dto.links) },
    words: { ...shipped.words, ...given(dto.words) },
    repeat: { ...shipped.repeat, ...given(dto.repeat) },
    flood: eachOver(shipped.flood, dto.flood),
    reports: { ...shipped.reports, ...given(dto.reports) },
    appeals: dto.appeals ?? shipped.appeals,
  };
}

/** Each part with what was given of it laid over the shipped values. */
function eachOver<K extends string, T extends object>(
  shipped: Record<K, T>,
  parts: Partial<Record<K, Partial<T>>> = {},
): Record<K, T> {
  const merged = { ...shipped };
  for (const name of Object.keys(shipped) as K[]) {
    merged[name] = { ...shipped[name], ...given(parts[name]) };
  }
  return merged;
}

/** The properties that were given: a class's own undefined ones would hide the shipped values. */
function given<T extends object>(part: T | undefined): Partial<T> {
  const copy: Partial<T> = { ...part };
  for (const key in copy) if (copy[key] === undefined) Reflect.deleteProperty(copy, key);
  return copy;
}
