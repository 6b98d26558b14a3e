import { IsInt, Max, Min } from 'class-validator';
import { THRESHOLD_RANGES } from '@app/safety/patterns/pattern-thresholds.js';
import type { PatternThresholds } from '@app/safety/patterns/pattern.types.js';
import { applyDecorators } from '@nestjs/common';

/** Whole, and as far as this figure goes. */
function IsThreshold(name: keyof PatternThresholds): PropertyDecorator {
  const { from, to } = THRESHOLD_RANGES[name];
  return applyDecorators(IsInt(), Min(from), Max(to));
}

/** All of them. */
export class PutPatternThresholdsDto implements PatternThresholds {
  /** The clinic's, as it was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** Days for which something stays worth asking about. */
  @IsThreshold('freshDays')
  freshDays!: number;

  /** Prompts in a row that closed unanswered. */
  @IsThreshold('silentPrompts')
  silentPrompts!: number;

  /** Percent of the prompts before them that were answered, at least. */
  @IsThreshold('answeredPercent')
  answeredPercent!: number;

  @IsThreshold('answeredWithinDays')
  answeredWithinDays!: number;

  /** Prompts in these days, at least. */
  @IsThreshold('answeredOutOf')
  answeredOutOf!: number;

  /** Steps from the baseline to the best check-in, at least. */
  @IsThreshold('gainSteps')
  gainSteps!: number;

  /** Percent of that gain, at least. */
  @IsThreshold('givenBackPercent')
  givenBackPercent!: number;

  /** Hours after a ketamine session that make no baseline. */
  @IsThreshold('afterSessionHours')
  afterSessionHours!: number;

  @IsThreshold('sameTriggerTimes')
  sameTriggerTimes!: number;

  @IsThreshold('sameTriggerWithinDays')
  sameTriggerWithinDays!: number;

  @IsThreshold('swampedTimes')
  swampedTimes!: number;

  @IsThreshold('swampedWithinDays')
  swampedWithinDays!: number;

  /** Points above the mean of the last two. */
  @IsThreshold('phq9Points')
  phq9Points!: number;

  @IsThreshold('gad7Points')
  gad7Points!: number;
}
