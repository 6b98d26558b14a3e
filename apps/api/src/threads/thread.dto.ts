import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { EARLY_SIGN_MAX } from '@app/threads/early-signs.service.js';
import { type Fit, FITS, type Stage, STAGES } from '@app/threads/thread.types.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsPlainText } from '../http/validators.js';

/** A name stands on a page as part of a question. */
const NAME = 80;
const END = 80;
/** The longest reflection may be quoted whole. */
const QUOTE = 20_000;
const SAID = 1_000;

export class ScaleDto {
  /** What 0 means, in the client's words; at most 80 characters. */
  @IsPlainText({ max: END })
  @Matches(/\S/)
  low!: string;

  /** What 10 means. */
  @IsPlainText({ max: END })
  @Matches(/\S/)
  high!: string;
}

export class AddThreadDto {
  /** Null, or absent: unnamed. At most 80 characters. */
  @IsOptional()
  @IsPlainText({ max: NAME })
  @Matches(/\S/)
  name?: string | null;

  @IsOptional()
  @Type(() => ScaleDto)
  @ValidateNested()
  scale?: ScaleDto | null;

  /** The reflection it was first seen in. */
  @IfGiven()
  @IsUUID()
  originReflectionId?: string;
}

export class ThreadVersionDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}

export class ChangeThreadDto extends ThreadVersionDto {
  /** Null takes the name away; it stays when absent. */
  @IsOptional()
  @IsPlainText({ max: NAME })
  @Matches(/\S/)
  name?: string | null;

  /** May its name be asked about on the client's pages? */
  @IfGiven()
  @IsBoolean()
  shared?: boolean;

  @IsOptional()
  @Type(() => ScaleDto)
  @ValidateNested()
  scale?: ScaleDto | null;
}

export class QuotedSpanDto {
  @IsUUID()
  reflectionId!: string;

  /** The first UTF-16 code unit of the words that belongs to it. */
  @IsInt()
  @Min(0)
  from!: number;

  /** The first that no longer does. */
  @IsInt()
  @Min(1)
  to!: number;

  /** What stands there, verbatim. */
  @IsString()
  @MaxLength(QUOTE)
  quote!: string;
}

export class SetStageDto extends ThreadVersionDto {
  @IsIn(STAGES)
  stage!: Stage;

  /** 1 to 5, out of reflections that one has read. */
  @IsArray()
  @Type(() => QuotedSpanDto)
  @ValidateNested({ each: true })
  evidence!: QuotedSpanDto[];
}

export class CheckThreadDto {
  @IsIn(FITS)
  fit!: Fit;

  /** The client's own; at most 1,000 characters, may be empty. */
  @IsPlainText({ max: SAID, multiline: true })
  words!: string;

  /** 0 to 10, between the ends of its scale. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10)
  rating?: number | null;
}

export class AgreeEarlySignDto {
  /** In the client's words; at most 120 characters. */
  @IsPlainText({ max: EARLY_SIGN_MAX })
  @IsNotEmpty()
  @Matches(/\S/)
  words!: string;

  /** Where the client wrote it, word for word; absent: said on a call. */
  @IfGiven()
  @IsUUID()
  reflectionId?: string;

  /** The client said yes to it as a sentence of its own: it stays if they take back where they wrote it. */
  @IfGiven()
  @IsBoolean()
  standsAlone?: boolean;
}
