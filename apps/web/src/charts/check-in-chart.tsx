import './charts.css';
import { useState } from 'react';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { CheckInChartView } from '../api-client/views.js';
import { shortDate } from '../when.js';
import { say } from '../words.js';
import { MEASURES, measureName, stepWord, type Measure } from './check-in-words.js';
import { dateAt, dayIndex, runs } from './days.js';

interface Plot {
  width: number;
  /** Height of one measure's band, in the drawing's units. */
  band: number;
}

const LEFT = 68;
const RIGHT = 8;

/** Small multiples of what the client tapped, around the ketamine sessions. */
export function CheckInChart({
  chart,
  measures = MEASURES,
  width = 340,
  band = 60,
}: { chart: CheckInChartView; measures?: readonly Measure[] } & Partial<Plot>) {
  const shown = measures.filter((measure) => chart.points.some((point) => point[measure] !== null));
  if (shown.length === 0) return <p className="quiet small">{say('chart.none')}</p>;
  return (
    <div className="charts">
      {shown.map((measure, row) => (
        <Multiple
          key={measure}
          chart={chart}
          measure={measure}
          width={width}
          band={band}
          isFirst={row === 0}
          isLast={row === shown.length - 1}
        />
      ))}
    </div>
  );
}

/** The chart, or the same as a table: the reader's choice. */
export function CheckInChartOrTable({ chart, ...plot }: { chart: CheckInChartView } & Partial<Plot>) {
  const [isTable, showTable] = useState(false);
  const hasAny = chart.points.some((point) => MEASURES.some((measure) => point[measure] !== null));
  return (
    <>
      {isTable ? <CheckInTable chart={chart} /> : <CheckInChart chart={chart} {...plot} />}
      {hasAny && (
        <button type="button" className="text-button" onClick={() => showTable(!isTable)}>
          {say(isTable ? 'chart.asChart' : 'chart.asTable')}
        </button>
      )}
    </>
  );
}

function Multiple({
  chart,
  measure,
  width,
  band,
  isFirst,
  isLast,
}: { chart: CheckInChartView; measure: Measure; isFirst: boolean; isLast: boolean } & Plot) {
  const top = isFirst ? 14 : 6;
  const x = scaleLinear(
    [dayIndex(chart.from), Math.max(dayIndex(chart.to), dayIndex(chart.from) + 1)],
    [LEFT, width - RIGHT],
  );
  const y = scaleLinear([1, 5], [top + band, top]);
  const points = chart.points.flatMap((point) => {
    const step = point[measure];
    return step === null ? [] : [{ day: dayIndex(point.on), step, id: point.reflectionId }];
  });
  const path = line<{ day: number; step: number }>(
    (point) => x(point.day),
    (point) => y(point.step),
  );
  const latest = points.at(-1);
  const named = farEnough(
    chart.sessions.map(({ on }) => on),
    (on) => x(dayIndex(on)),
  );
  return (
    <svg
      className="multiple"
      role="img"
      aria-label={sentence(chart, measure)}
      viewBox={`0 0 ${width} ${top + band + (isLast ? 20 : 6)}`}
    >
      <text className="axis" x="0" y={top + 4}>
        {stepWord(measure, 5)}
      </text>
      <text className="name" x="0" y={top + band / 2 + 4}>
        {measure === 'crowded' ? say('chart.crowded') : measureName(measure)}
      </text>
      <text className="axis" x="0" y={top + band + 3}>
        {stepWord(measure, 1)}
      </text>
      <line className="grid" x1={LEFT} x2={width - RIGHT} y1={top} y2={top} />
      <line className="grid" x1={LEFT} x2={width - RIGHT} y1={top + band} y2={top + band} />
      {chart.sessions.map(({ on }) => (
        <g key={on}>
          <line
            className="session"
            x1={x(dayIndex(on))}
            x2={x(dayIndex(on))}
            y1={top - 3}
            y2={top + band + 3}
          />
          {isFirst && named.has(on) && (
            <text className="session-name" x={within(x(dayIndex(on)), width)} y="8" textAnchor="middle">
              {say('chart.session')}
            </text>
          )}
        </g>
      ))}
      {runs(points).map((run) => (
        <path key={run[0]?.id} className="run" d={path(run) ?? ''} />
      ))}
      {points.map((point) => (
        <circle
          key={point.id}
          className={point === latest ? 'dot latest' : 'dot'}
          cx={x(point.day)}
          cy={y(point.step)}
          r={point === latest ? 3.6 : 2.2}
        />
      ))}
      {isLast && <Dates chart={chart} x={x} y={top + band + 17} width={width} />}
    </svg>
  );
}

/** First and last day, and the latest session's date with the days around it. */
function Dates({
  chart,
  x,
  y,
  width,
}: {
  chart: CheckInChartView;
  x(day: number): number;
  y: number;
  width: number;
}) {
  const [from, to] = [dayIndex(chart.from), dayIndex(chart.to)];
  const session = chart.sessions.at(-1);
  const anchor = session && dayIndex(session.on);
  const wanted = anchor === undefined ? [from, to] : [anchor, from, to, anchor + 3, anchor - 3];
  const kept: number[] = [];
  for (const day of wanted) {
    if (day < from || day > to || kept.some((other) => Math.abs(x(day) - x(other)) < 34)) continue;
    kept.push(day);
  }
  return kept.map((day) => (
    <text key={day} className="date" x={within(x(day), width)} y={y} textAnchor="middle">
      {anchor === undefined || day === anchor
        ? shortDate(dateAt(day))
        : `${day > anchor ? '+' : '−'}${Math.abs(day - anchor)}`}
    </text>
  ));
}

/** The latest is named; of the others those whose name does not run into the next. */
function farEnough(days: readonly string[], x: (on: string) => number): Set<string> {
  const kept: string[] = [];
  for (const on of [...days].reverse())
    if (kept.every((other) => Math.abs(x(on) - x(other)) >= 46)) kept.push(on);
  return new Set(kept);
}

const within = (x: number, width: number) => Math.min(Math.max(x, LEFT), width - 16);

/** The chart in one sentence: every answer by its date and word. */
function sentence(chart: CheckInChartView, measure: Measure): string {
  const steps = chart.points
    .flatMap((point) => {
      const step = point[measure];
      return step === null
        ? []
        : [say('chart.step', { date: shortDate(point.on), word: stepWord(measure, step) })];
    })
    .join(', ');
  const sessions = chart.sessions.map(({ on }) => shortDate(on)).join(', ');
  const answers = say('chart.sentence', {
    measure: measureName(measure),
    from: shortDate(chart.from),
    to: shortDate(chart.to),
    steps,
  });
  return sessions ? `${answers} ${say('chart.sessions', { dates: sessions })}` : answers;
}

function CheckInTable({ chart }: { chart: CheckInChartView }) {
  const shown = MEASURES.filter((measure) => chart.points.some((point) => point[measure] !== null));
  return (
    <table className="plain-table">
      <caption className="sr">{say('chart.checkIns')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('chart.day')}</th>
          {shown.map((measure) => (
            <th scope="col" key={measure}>
              {measureName(measure)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.points.map((point) => (
          <tr key={point.reflectionId}>
            <th scope="row">{shortDate(point.on)}</th>
            {shown.map((measure) => {
              const step = point[measure];
              return (
                <td key={measure}>
                  {step === null ? (
                    <span className="quiet">{say('chart.notAsked')}</span>
                  ) : (
                    stepWord(measure, step)
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
