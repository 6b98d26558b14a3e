import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ThreadView } from '../../../api-client/views.js';
import { dayIndex } from '../../../charts/days.js';
import { useHere } from '../../../shell/use-me.js';
import { dateOn, shortDate } from '../../../when.js';
import { say } from '../../../words-threads.js';

const WIDTH = 200;
const TOP = 6;
const BOTTOM = 62;

interface Point {
  day: number;
  on: string;
  value: number | null;
}

/** Ratings 0 to 10 of this thread, compared with nobody else's. A check without a rating leaves a gap. */
export function RatingLine({ thread, name }: { thread: ThreadView; name: string }) {
  const here = useHere();
  const checks: Point[] = thread.checks.map(({ at, rating }) => {
    const on = dateOn(at, here);
    return { day: dayIndex(on), on, value: rating };
  });
  const rated = checks.filter(({ value }) => value !== null);
  if (rated.length === 0) return null;
  const first = checks[0]?.day ?? 0;
  const last = checks.at(-1)?.day ?? first;
  const x = scaleLinear([first, Math.max(last, first + 1)], [6, WIDTH - 6]);
  const y = scaleLinear([0, 10], [BOTTOM, TOP]);
  const path = line<Point>(
    (point) => x(point.day),
    (point) => y(point.value ?? 0),
  ).defined(({ value }) => value !== null);
  const low = thread.scale?.low ?? say('threads.low');
  const high = thread.scale?.high ?? say('threads.high');
  const points = rated
    .map(({ on, value }) => say('threads.ratingPoint', { date: shortDate(on), n: value ?? 0 }))
    .join(' · ');
  return (
    <figure className="rating">
      <figcaption className="tag-of">{say('threads.rating', { name })}</figcaption>
      <p className="rating-end">10 · {high}</p>
      <svg
        className="multiple"
        role="img"
        aria-label={say('threads.ratingSentence', {
          thread: thread.name ?? say('threads.unnamed'),
          low,
          high,
          points,
        })}
        viewBox={`0 0 ${WIDTH} ${BOTTOM + 6}`}
      >
        <line className="grid" x1="2" x2={WIDTH - 2} y1={TOP} y2={TOP} />
        <line className="grid" x1="2" x2={WIDTH - 2} y1={BOTTOM} y2={BOTTOM} />
        <path className="run" d={path(checks) ?? ''} />
        {rated.map((point, i) => (
          <circle
            key={`${point.on}-${i}`}
            className={point === rated.at(-1) ? 'dot latest' : 'dot'}
            cx={x(point.day)}
            cy={y(point.value ?? 0)}
            r={point === rated.at(-1) ? 3.6 : 2.4}
          />
        ))}
      </svg>
      <p className="rating-end">0 · {low}</p>
      <p className="quiet tiny num">{points}</p>
    </figure>
  );
}
