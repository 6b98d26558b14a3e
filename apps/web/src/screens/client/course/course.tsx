import './course.css';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { courseQuery, measuresOfQuery, type CourseCheckInsView } from '../../../api-client/calls-threads.js';
import { ApiProblem } from '../../../api-client/request.js';
import type { ClientView } from '../../../api-client/views.js';
import { CheckInChartOrTable } from '../../../charts/check-in-chart.js';
import { Empty } from '../../../parts/empty.js';
import { Failure } from '../../../parts/failure.js';
import { Loading } from '../../../parts/loading.js';
import { firstName } from '../../../parts/two-clocks.js';
import { shortDate } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { useWidth } from '../../plan/use-width.js';
import { MeasureCourse } from './measure-course.js';
import { ShiftDots } from './shift-dots.js';

/** The padding and line of the card around a chart, in pixels. */
const INSIDE = 42;
const isOutOfReach = (error: Error | null) => error instanceof ApiProblem && error.status === 404;

/** What was tapped and measured over the whole course, around the ketamine sessions. */
export function Course({ client }: { client: ClientView }) {
  const course = useQuery(courseQuery(client.id));
  const measures = useQuery(measuresOfQuery(client.id));
  const name = firstName(client.name);
  if (isOutOfReach(measures.error)) return <Empty>{say('course.otherTeam', { name })}</Empty>;
  return (
    <div className="course">
      {course.isPending && <Loading />}
      {isOutOfReach(course.error) && <p className="quiet course-note">{say('course.notWords', { name })}</p>}
      {course.error && !isOutOfReach(course.error) && (
        <Failure error={course.error} retry={() => void course.refetch()} />
      )}
      {course.data && <Taps course={course.data} />}
      <section aria-labelledby="course-measures">
        <div className="section-head">
          <h2 id="course-measures">{say('course.measures')}</h2>
          <p>{say('course.measuresWhat')}</p>
        </div>
        {measures.isPending && <Loading />}
        {measures.error && <Failure error={measures.error} retry={() => void measures.refetch()} />}
        {measures.data?.length === 0 && <p className="quiet">{say('course.measuresNone')}</p>}
        <div className="course-measures">
          {measures.data?.map((measure) => (
            <MeasureCourse key={measure.code} measure={measure} sessions={course.data?.sessions ?? []} />
          ))}
        </div>
      </section>
    </div>
  );
}

function Taps({ course }: { course: CourseCheckInsView }) {
  const box = useRef<HTMLDivElement>(null);
  // As wide as it stands there, so that its words are as large on a phone as on a desk.
  const width = Math.max(280, useWidth(box));
  return (
    <div ref={box}>
      <section aria-labelledby="course-taps">
        <div className="section-head">
          <h2 id="course-taps">{say('course.checkIns')}</h2>
          {course.points.length > 0 && (
            <p>{say('course.checkInsWhat', { from: shortDate(course.from), to: shortDate(course.to) })}</p>
          )}
        </div>
        {course.points.length === 0 ? (
          <p className="quiet">{say('course.checkInsNone')}</p>
        ) : (
          <div className="card pad">
            <CheckInChartOrTable chart={course} width={width - INSIDE} band={48} />
          </div>
        )}
      </section>
      <section aria-labelledby="course-shifts">
        <div className="section-head">
          <h2 id="course-shifts">{say('course.shifts')}</h2>
        </div>
        {course.shifts.length === 0 ? (
          <p className="quiet">{say('course.shiftsNone')}</p>
        ) : (
          <div className="card pad">
            <ShiftDots course={course} width={width - INSIDE} />
          </div>
        )}
      </section>
    </div>
  );
}
