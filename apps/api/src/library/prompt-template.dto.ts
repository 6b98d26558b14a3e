import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHECK_INS, type CheckInName, CHIP_CODES, type ChipCode } from '@app/plans/prompt-template.types.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsPlainText } from '../http/validators.js';

const QUESTION = 300;
const HINT = 600;
const LABEL = 80;
const ID = 40;
/** More than one prompt may have, so that the rule says so in its own words. */
const MANY = 24;

export class ChoiceOptionDto {
  @IsPlainText({ max: ID })
  @IsNotEmpty()
  id!: string;

  @IsPlainText({ max: LABEL })
  @IsNotEmpty()
  label!: string;
}

/** What stands on a page of its own. */
export class PageQuestionDto {
  /** Unique within the prompt: small letters, digits and hyphens. */
  @IsPlainText({ max: ID })
  @IsNotEmpty()
  id!: string;

  @IsPlainText({ max: QUESTION })
  @IsNotEmpty()
  question!: string;
}

export class ChoiceQuestionDto extends PageQuestionDto {
  @IsPlainText({ max: HINT, multiline: true })
  hint!: string;

  /** 2 to 8. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(8)
  @Type(() => ChoiceOptionDto)
  @ValidateNested({ each: true })
  options!: ChoiceOptionDto[];

  /** Any number of them, or at most one. */
  @IsBoolean()
  many!: boolean;
}

export class RatingQuestionDto extends PageQuestionDto {
  /** What 0 means. */
  @IsPlainText({ max: LABEL })
  @IsNotEmpty()
  low!: string;

  /** What 10 means. */
  @IsPlainText({ max: LABEL })
  @IsNotEmpty()
  high!: string;
}

/** One of the measures of `GET /measures`, in one version. */
export class MeasureRefDto {
  @IsPlainText({ max: ID })
  @IsNotEmpty()
  code!: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  version!: number;
}

export class PromptContentDto {
  /** What staff see in lists, outside the care team too. */
  @IsPlainText({ max: LABEL })
  @IsNotEmpty()
  title!: string;

  /** Null: it only tells something. */
  @IsOptional()
  @IsPlainText({ max: QUESTION })
  question!: string | null;

  @IsPlainText({ max: HINT, multiline: true })
  hint!: string;

  /** At most 2. */
  @IsArray()
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(CHECK_INS, { each: true })
  checkIns!: CheckInName[];

  @IsArray()
  @ArrayUnique()
  @IsIn(CHIP_CODES, { each: true })
  chips!: ChipCode[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MANY)
  @Type(() => ChoiceQuestionDto)
  @ValidateNested({ each: true })
  choices?: ChoiceQuestionDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MANY)
  @Type(() => RatingQuestionDto)
  @ValidateNested({ each: true })
  ratings?: RatingQuestionDto[];

  /** A questionnaire, one item a page. */
  @IsOptional()
  @Type(() => MeasureRefDto)
  @ValidateNested()
  measure?: MeasureRefDto | null;

  /** A page of signs after which a person is needed. */
  @IfGiven()
  @IsBoolean()
  safetyCheck?: boolean;

  /** The early signs agreed with the client become a choice. */
  @IfGiven()
  @IsBoolean()
  asksEarlySigns?: boolean;

  /** The threads shared with the client become a choice and a rating each. */
  @IfGiven()
  @IsBoolean()
  reviewsThreads?: boolean;

  /** The client may keep what they write as a thread. */
  @IfGiven()
  @IsBoolean()
  namesThread?: boolean;
}

export class PreviewPromptDto {
  @IsDefined()
  @Type(() => PromptContentDto)
  @ValidateNested()
  content!: PromptContentDto;
}

export class PreviewPromptForDto extends PreviewPromptDto {
  /** In whose plan it is looked at; absent: a made-up client is greeted. */
  @IfGiven()
  @IsUUID()
  clientId?: string;
}

export class AddPromptTemplateDto extends PreviewPromptDto {
  /** The template it begins as. */
  @IfGiven()
  @IsPlainText({ max: 60 })
  startedFrom?: string;
}

export class PublishPromptTemplateDto extends PreviewPromptDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}

export class TemplateVersionDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}
