import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { MeasureCourseView, MeasurePointView } from '../../../api-client/calls-threads.js';
import { dayIndex } from '../../../charts/days.js';
import { changeWords } from '../../../parts/reader/sent-facts.js';
import { shortDate } from '../../../when.js';
import { say } from '../../../words-threads.js';

const WIDTH = 360;
const LEFT = 26;
const RIGHT = 22;
const TOP = 22;
const BOTTOM = 96;

interface MeasureCourseProps {
  measure: MeasureCourseView;
  sessions: readonly { on: string }[];
}

/** One measure over the course: its totals as dots, each standing alone, and what the latest one says. */
export function MeasureCourse({ measure, sessions }: MeasureCourseProps) {
  const [isTable, showTable] = useState(false);
  const latest = measure.points.at(-1);
  return (
    <div className="card pad measure-course">
      <h3>{measure.title}</h3>
      {latest && (
        <p className="facts small">
          {factsOf(latest).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      )}
      {isTable ? <Totals measure={measure} /> : <Dots measure={measure} sessions={sessions} />}
      <button type="button" className="text-button" onClick={() => showTable(!isTable)}>
        {say(isTable ? 'chart.asChart' : 'chart.asTable')}
        <span className="sr"> {measure.title}</span>
      </button>
    </div>
  );
}

const factsOf = ({ on, total, bandLabel, change, label }: MeasurePointView): string[] => [
  shortDate(on),
  say('sent.total', { n: total }),
  ...(bandLabel ? [bandLabel] : []),
  ...(change ? [changeWords(change)] : []),
  say(`measureLabel.${label}`),
];

function Dots({ measure, sessions }: MeasureCourseProps) {
  const { points, title } = measure;
  const days = points.map(({ on }) => dayIndex(on));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = scaleLinear([first, Math.max(last, first + 1)], [LEFT + 12, WIDTH - RIGHT]);
  const highest = Math.max(4, ...points.map(({ total }) => total));
  const y = scaleLinear([0, highest], [BOTTOM, TOP]);
  const sentence = points
    .map((point) =>
      say('course.point', { date: shortDate(point.on), total: factsOf(point).slice(1).join(', ') }),
    )
    .join('; ');
  const dated = spaced(points, (point) => x(dayIndex(point.on)));
  return (
    <svg
      className="multiple"
      role="img"
      aria-label={say('course.measureSentence', { title, points: sentence })}
      viewBox={`0 0 ${WIDTH} ${BOTTOM + 20}`}
    >
      <text className="axis" x="0" y={BOTTOM + 4}>
        0
      </text>
      <line className="grid" x1={LEFT} x2={WIDTH - 4} y1={BOTTOM} y2={BOTTOM} />
      {sessions
        .map(({ on }) => dayIndex(on))
        .filter((day) => day >= first && day <= last)
        .map((day) => (
          <line key={day} className="session" x1={x(day)} x2={x(day)} y1={TOP - 6} y2={BOTTOM} />
        ))}
      {points.map((point) => {
        const at = x(dayIndex(point.on));
        return (
          <g key={point.reflectionId}>
            <line className="stem" x1={at} x2={at} y1={BOTTOM} y2={y(point.total)} />
            <circle
              className={point === points.at(-1) ? 'dot latest' : 'dot'}
              cx={at}
              cy={y(point.total)}
              r={point === points.at(-1) ? 4.4 : 3.4}
            />
            <text className="name" x={at} y={y(point.total) - 9} textAnchor="middle">
              {point.total}
            </text>
            {dated.includes(point) && (
              <text className="date" x={at} y={BOTTOM + 16} textAnchor="middle">
                {shortDate(point.on)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The latest is dated; of the others those whose date does not run into the next. */
function spaced(points: readonly MeasurePointView[], x: (point: MeasurePointView) => number) {
  const kept: MeasurePointView[] = [];
  for (const point of [...points].reverse())
    if (kept.every((other) => Math.abs(x(other) - x(point)) > 44)) kept.push(point);
  return kept;
}

function Totals({ measure }: { measure: MeasureCourseView }) {
  return (
    <table className="plain-table">
      <caption className="sr">{measure.title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('course.day')}</th>
          <th scope="col">{say('course.total')}</th>
          <th scope="col">{say('course.band')}</th>
          <th scope="col">{say('course.change')}</th>
          <th scope="col">{say('course.label')}</th>
        </tr>
      </thead>
      <tbody>
        {measure.points.map((point) => (
          <tr key={point.reflectionId}>
            <th scope="row">{shortDate(point.on)}</th>
            <td className="num">{point.total}</td>
            <td>{point.bandLabel}</td>
            <td>{point.change && changeWords(point.change)}</td>
            <td>{say(`measureLabel.${point.label}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
