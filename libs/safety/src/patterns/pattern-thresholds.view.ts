import type { PatternThresholds } from './pattern.types.js';

/** A clinic's figures. Whole numbers; what each stands for, see PatternThresholds. */
export class ThresholdsView implements PatternThresholds {
  freshDays!: number;
  silentPrompts!: number;
  answeredPercent!: number;
  answeredWithinDays!: number;
  answeredOutOf!: number;
  gainSteps!: number;
  givenBackPercent!: number;
  afterSessionHours!: number;
  sameTriggerTimes!: number;
  sameTriggerWithinDays!: number;
  swampedTimes!: number;
  swampedWithinDays!: number;
  phq9Points!: number;
  gad7Points!: number;
}

/** How far one of them may be changed, both ends included. */
export class ThresholdRangeView {
  name!: string;
  from!: number;
  to!: number;
}

export class PatternThresholdsView {
  /** The clinic's; a change names it. */
  version!: number;
  thresholds!: ThresholdsView;
  defaults!: ThresholdsView;
  ranges!: ThresholdRangeView[];
}
