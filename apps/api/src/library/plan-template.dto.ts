import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsNotEmpty, Matches, Min, ValidateNested } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsPlainText } from '../http/validators.js';
import { PlanStepDto } from '../plans/plan.dto.js';

export class PlanContentDto {
  @IsPlainText({ max: 80 })
  @IsNotEmpty()
  @Matches(/\S/)
  title!: string;

  /** At most 40. What `stepId` they name is not kept: a template's steps are made anew in each plan. */
  @IsArray()
  @ArrayMaxSize(40)
  @Type(() => PlanStepDto)
  @ValidateNested({ each: true })
  steps!: PlanStepDto[];
}

export class AddPlanTemplateDto extends PlanContentDto {
  /** The template it begins as. */
  @IfGiven()
  @IsPlainText({ max: 60 })
  startedFrom?: string;
}

export class PublishPlanTemplateDto extends PlanContentDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}
