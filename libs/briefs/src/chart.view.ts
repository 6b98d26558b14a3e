import type { CheckInChartView } from './brief.view.js';
import type { CheckInChart } from './check-in-chart.rules.js';

export function chartView({ from, to, sessions, points }: CheckInChart): CheckInChartView {
  return {
    from: from.toString(),
    to: to.toString(),
    sessions: sessions.map((on) => ({ on: on.toString() })),
    points: points.map(({ on, reflectionId, ease, energy, sleep, crowded }) => ({
      on: on.toString(),
      reflectionId,
      ease,
      energy,
      sleep,
      crowded,
    })),
  };
}
