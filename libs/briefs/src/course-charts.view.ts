import { CheckInChartView } from './brief.view.js';
import { MeasureCourseView } from './measure-course.view.js';

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
