import './charts.css';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { shortDate } from '../when.js';
import { say } from '../words.js';
import { stepWord } from './check-in-words.js';
import { dayIndex, runs } from './days.js';

/** Ease over the last week, light at the top. Days without an answer stay empty. */
export function SparkLine({ days }: { days: { on: string; ease: number | null }[] }) {
  const first = days[0];
  const last = days.at(-1);
  const points = days.flatMap(({ on, ease }) =>
    ease === null ? [] : [{ day: dayIndex(on), step: ease, on }],
  );
  if (!first || !last || points.length === 0) return <span className="quiet">{say('spark.none')}</span>;
  const x = scaleLinear([dayIndex(first.on), Math.max(dayIndex(last.on), dayIndex(first.on) + 1)], [4, 88]);
  const y = scaleLinear([1, 5], [20, 4]);
  const path = line<{ day: number; step: number }>(
    (point) => x(point.day),
    (point) => y(point.step),
  );
  const latest = points.at(-1);
  const steps = points.map((point) =>
    say('chart.step', { date: shortDate(point.on), word: stepWord('ease', point.step) }),
  );
  return (
    <svg
      className="spark"
      role="img"
      aria-label={say('spark.sentence', { steps: steps.join(', ') })}
      width="92"
      height="24"
      viewBox="0 0 92 24"
    >
      <line className="grid" x1="2" x2="90" y1="12" y2="12" />
      {runs(points).map((run) => (
        <path key={run[0]?.on} className="run" d={path(run) ?? ''} />
      ))}
      {points.map((point) => (
        <circle
          key={point.on}
          className="spot"
          cx={x(point.day)}
          cy={y(point.step)}
          r={point === latest ? 3 : 1.4}
        />
      ))}
    </svg>
  );
}
