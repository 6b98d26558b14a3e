import type { MeasureDefinition } from './measure.types.js';

export class MeasureOptionView {
  value!: number;
  label!: string;
}

export class MeasureItemView {
  id!: string;
  text!: string;
}

export class UnscoredItemView extends MeasureItemView {
  options!: MeasureOptionView[];
}

export class MeasureRangeView {
  from!: number;
  to!: number;
}

export class MeasureBandView {
  from!: number;
  code!: string;
  label!: string;
}

export class ReliableChangeView {
  points!: number;
  source!: string;
}

export class MeasureView {
  code!: string;
  /** The newest one. */
  version!: number;
  title!: string;
  /** BCP 47. */
  language!: string;
  source!: string;
  licence!: string;
  population!: string;
  /** How many days an answer looks back. */
  windowDays!: number;
  stem!: string;
  items!: MeasureItemView[];
  options!: MeasureOptionView[];
  /** Asked and shown, never scored. */
  unscored!: UnscoredItemView[];
  range!: MeasureRangeView;
  /** Ascending; empty where the total stands alone. */
  bands!: MeasureBandView[];
  /** Null where no figure is published. */
  change!: ReliableChangeView | null;
  /** The item whose answer is told to the clinic at once, or null. */
  safetyItem!: string | null;
  needsIndexEvent!: boolean;
  /** Defined by the clinic, under its own licence. */
  own!: boolean;
  archivedAt!: string | null;
}

export class MeasureListView {
  items!: MeasureView[];
  /** Always null: the list comes whole. */
  next!: string | null;
}

/** A definition, and where it stands. */
export interface FoundMeasure {
  definition: MeasureDefinition;
  own: boolean;
  archivedAt: string | null;
}

export function measureView({ definition: one, own, archivedAt }: FoundMeasure): MeasureView {
  const { code, version, title, language, source, licence, population, windowDays, stem } = one;
  const { range, change, safetyItem, needsIndexEvent } = one;
  return {
    ...{ code, version, title, language, source, licence, population, windowDays, stem },
    items: [...one.items],
    options: [...one.options],
    unscored: one.unscored.map(({ id, text, options }) => ({ id, text, options: [...options] })),
    bands: [...one.bands],
    ...{ range, change, safetyItem, needsIndexEvent, own, archivedAt },
  };
}
