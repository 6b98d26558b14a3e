import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { ResultLabel } from '@app/measures/recall-window.rules.js';
import type { MeasurePoint } from '@app/reflections/measure-course.rules.js';
import { MeasureChangeView } from '@app/reflections/reflection-parts.view.js';

/** One total of a measure, with the reflection it was answered in. */
export class MeasurePointView {
  reflectionId!: string;
  /** Calendar date on the client's clock. */
  on!: string;
  total!: number;
  /** As published; null where there are no bands. */
  bandLabel!: string | null;
  /** Where it stands in the course of a series. */
  label!: ResultLabel;
  /** Null for the first one. */
  change!: MeasureChangeView | null;
}

/** One version of a measure in the course of a client. */
export class MeasureCourseView {
  code!: string;
  title!: string;
  /** Oldest first. What was left unfinished has no total and is no point. */
  points!: MeasurePointView[];
}

export function measureCourseView(
  { code, title }: Pick<MeasureDefinition, 'code' | 'title'>,
  points: readonly MeasurePoint[],
): MeasureCourseView {
  return { code, title, points: points.map(pointView) };
}

function pointView({ reflectionId, on, total, bandLabel, label, change }: MeasurePoint): MeasurePointView {
  return {
    ...{ reflectionId, on, total, bandLabel, label },
    change: change && { points: change.points, isReliable: change.isReliable },
  };
}
