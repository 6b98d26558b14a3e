import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { CourseCheckInsView } from '../../../api-client/calls-threads.js';
import { dayIndex } from '../../../charts/days.js';
import { tagLabel } from '../../../parts/reader/tags.js';
import { shortDate } from '../../../when.js';
import { say } from '../../../words-threads.js';

const LEFT = 68;
const RIGHT = 8;

interface ShiftDotsProps {
  course: CourseCheckInsView;
  /** Of the drawing, in pixels; as wide as the check-ins above it, so that the days stand below each other. */
  width: number;
}

/** Each everyday shift a row, each mention a dot on its day; nothing is counted up. */
export function ShiftDots({ course, width }: ShiftDotsProps) {
  const [isTable, showTable] = useState(false);
  return (
    <>
      {isTable ? <ShiftTable course={course} /> : <ShiftRows course={course} width={width} />}
      <button type="button" className="text-button" onClick={() => showTable(!isTable)}>
        {say(isTable ? 'chart.asChart' : 'chart.asTable')}
        <span className="sr"> {say('course.shifts')}</span>
      </button>
    </>
  );
}

function ShiftRows({ course, width }: ShiftDotsProps) {
  const days = [...course.shifts, ...course.sessions].map(({ on }) => dayIndex(on));
  const from = Math.min(dayIndex(course.from), ...days);
  const to = Math.max(dayIndex(course.to), from + 1, ...days);
  const x = scaleLinear([from, to], [LEFT, width - RIGHT]);
  const codes = [...new Set(course.shifts.map(({ code }) => code))].sort();
  return (
    <div className="shift-rows">
      {codes.map((code) => {
        const mentions = course.shifts.filter((shift) => shift.code === code);
        const label = tagLabel({ code, label: mentions[0]?.label ?? code });
        return (
          <div key={code}>
            <p className="small" aria-hidden="true">
              {label}
            </p>
            <svg
              className="multiple"
              role="img"
              aria-label={say('course.shiftSentence', {
                label,
                dates: mentions.map(({ on }) => shortDate(on)).join(', '),
              })}
              viewBox={`0 0 ${width} 20`}
            >
              <line className="grid" x1={LEFT} x2={width - RIGHT} y1="10" y2="10" />
              {course.sessions.map(({ on }) => (
                <line key={on} className="session" x1={x(dayIndex(on))} x2={x(dayIndex(on))} y1="0" y2="20" />
              ))}
              {mentions.map(({ on, reflectionId }) => (
                <circle key={reflectionId} className="dot latest" cx={x(dayIndex(on))} cy="10" r="4" />
              ))}
            </svg>
          </div>
        );
      })}
    </div>
  );
}

function ShiftTable({ course }: { course: CourseCheckInsView }) {
  return (
    <table className="plain-table">
      <caption className="sr">{say('course.shifts')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('course.day')}</th>
          <th scope="col">{say('course.shift')}</th>
        </tr>
      </thead>
      <tbody>
        {course.shifts.map((shift) => (
          <tr key={`${shift.reflectionId}-${shift.code}`}>
            <th scope="row">{shortDate(shift.on)}</th>
            <td>{tagLabel(shift)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
