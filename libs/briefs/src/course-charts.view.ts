import type { ResultLabel } from '@app/measures/recall-window.rules.js';
import { MeasureChangeView } from '@app/reflections/reflection-parts.view.js';
import { CheckInChartView } from './brief.view.js';

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

export class MeasureCourseListView {
  items!: MeasureCourseView[];
  /** Always null: there are never many. */
  next!: string | null;
}

/** An everyday shift that the client noted or chose. */
export class ShiftDayView {
  /** Calendar date on the client's clock. */
  on!: string;
  /** S1 to S4. */
  code!: string;
  label!: string;
  reflectionId!: string;
}

/** The check-ins of the whole course, with the shifts beside them. */
export class CourseCheckInsView extends CheckInChartView {
  /** Oldest first. */
  shifts!: ShiftDayView[];
}
