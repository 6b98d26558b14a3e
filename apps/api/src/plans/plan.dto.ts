import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Pace } from '@app/clients/client.types.js';
import type { AnchorKind } from '@app/plans/plan-step.types.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsCalendarDate, IsLocalTime, IsPlainText } from '../http/validators.js';

const ANCHORS = [
  'first-session',
  'every-session',
  'latest-session',
  'next-appointment',
  'rhythm',
  'series-rhythm',
];
const PACES = ['gentle', 'steady', 'often'];

/** What may name one of its versions. */
export class NumberedDto {
  /** A version of it; its newest when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100_000)
  number?: number;
}

export class StartPlanDto extends NumberedDto {
  /** A starter's code, e.g. `steady`, or the id of the clinic's own plan template. */
  @IsPlainText({ max: 60 })
  template!: string;
}

export class StepPromptDto extends NumberedDto {
  /** A starter's code, or the id of the clinic's own prompt template. */
  @IsPlainText({ max: 60 })
  @IsNotEmpty()
  template!: string;
}

export class PlanStepDto {
  /** Of a step that is kept; absent: a new one. */
  @IfGiven()
  @IsUUID()
  stepId?: string;

  @Type(() => StepPromptDto)
  @ValidateNested()
  @IsNotEmpty()
  prompt!: StepPromptDto;

  @IsIn(ANCHORS)
  anchor!: AnchorKind;

  /** Calendar days from the anchor's local date; negative is before. */
  @IsInt()
  @Min(-30)
  @Max(365)
  days!: number;

  /** Of a rhythm, or one within a series: its period in days, 7 to 366. */
  @IsOptional()
  @IsInt()
  @Min(7)
  @Max(366)
  everyDays?: number | null;

  /** On the client's clock. */
  @IsLocalTime()
  localTime!: string;

  /** Hours after which it is too late to send, 1 to 336. */
  @IsInt()
  @Min(1)
  @Max(336)
  latenessHours!: number;

  /** One nudge after so many days, 1 to 7; null or absent: none. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  nudgeAfterDays?: number | null;

  /** Days it stays open after it was sent, 1 to 28; 14 when absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(28)
  openDays?: number | null;

  /** The slowest pace at which it is still asked. */
  @IsIn(PACES)
  slowestPace!: Pace;

  /** Of a measure: what it asks about may take in sessions, and its result says so. */
  @IfGiven()
  @IsBoolean()
  midSeries?: boolean;
}

export class PutPlanStepsDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** The version of its template that these steps bring in; absent: it goes on with the one it has. */
  @IfGiven()
  @IsInt()
  @Min(1)
  number?: number;

  @IsArray()
  @ArrayMaxSize(40)
  @Type(() => PlanStepDto)
  @ValidateNested({ each: true })
  steps!: PlanStepDto[];
}

/** What is left out is as it stands. */
export class PreviewPlanDto extends NumberedDto {
  /** A plan template that is not live yet. */
  @IfGiven()
  @IsPlainText({ max: 60 })
  template?: string;

  /** The live plan; it is meant when absent, too. */
  @IfGiven()
  @IsUUID()
  planId?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(40)
  @Type(() => PlanStepDto)
  @ValidateNested({ each: true })
  steps?: PlanStepDto[];

  /** Another pace than the client's. */
  @IfGiven()
  @IsIn(PACES)
  pace?: Pace;
}

export class MovePromptDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** A day on the client's clock. */
  @IsCalendarDate()
  on!: string;

  /** A time on the client's clock. */
  @IsLocalTime()
  at!: string;
}
