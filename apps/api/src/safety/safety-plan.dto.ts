import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { MOST_LINES, type SafetyPlanLine } from '@app/safety/safety-plan.rules.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsPlainText } from '../http/validators.js';

export class SafetyPlanLineDto implements SafetyPlanLine {
  @IsPlainText({ max: 300 })
  @IsNotEmpty()
  @Matches(/\S/)
  text!: string;

  /** In the client's own words. */
  @IsBoolean()
  byClient!: boolean;

  /** Of a person or a place; at most 40 characters. */
  @IsOptional()
  @IsPlainText({ max: 40 })
  phone!: string | null;
}

/** At most 10 lines a step; an absent step is an empty one. */
export class SafetyPlanStepsDto {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Type(() => SafetyPlanLineDto)
  @ValidateNested({ each: true })
  warningSigns?: SafetyPlanLineDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Type(() => SafetyPlanLineDto)
  @ValidateNested({ each: true })
  onMyOwn?: SafetyPlanLineDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Type(() => SafetyPlanLineDto)
  @ValidateNested({ each: true })
  company?: SafetyPlanLineDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Type(() => SafetyPlanLineDto)
  @ValidateNested({ each: true })
  helpers?: SafetyPlanLineDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Type(() => SafetyPlanLineDto)
  @ValidateNested({ each: true })
  professionals?: SafetyPlanLineDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Type(() => SafetyPlanLineDto)
  @ValidateNested({ each: true })
  surroundings?: SafetyPlanLineDto[];
}

export class MakeSafetyPlanDto {
  /** Of the newest written plan, as it was read; 0, or absent, for the first. */
  @IfGiven()
  @IsInt()
  @Min(0)
  version?: number;

  /** Absent: it was gone through once more, and nothing is written anew. */
  @IfGiven()
  @Type(() => SafetyPlanStepsDto)
  @ValidateNested()
  steps?: SafetyPlanStepsDto;
}
