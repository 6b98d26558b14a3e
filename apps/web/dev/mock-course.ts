import type { CourseCheckInsView, MeasureCourseView } from '../src/api-client/calls-threads.js';
import type { Route } from './mock-accounts.js';
import { chart } from './mock-clients.js';
import { list } from './mock-staff.js';

/** What one invented client tapped and answered over the whole course. */
const course: CourseCheckInsView = {
  sessions: [{ on: '2026-10-01' }, { on: '2026-10-08' }, { on: '2026-10-22' }],
  from: '2026-09-28',
  to: '2026-10-27',
  points: [
    { on: '2026-09-28', reflectionId: 'p-a', ease: 2, energy: 2, sleep: 1, crowded: 4 },
    { on: '2026-10-02', reflectionId: 'p-b', ease: 4, energy: 3, sleep: 3, crowded: 3 },
    { on: '2026-10-03', reflectionId: 'p-c', ease: 3, energy: 3, sleep: 4, crowded: null },
    { on: '2026-10-09', reflectionId: 'p-d', ease: 4, energy: 4, sleep: 4, crowded: 3 },
    ...chart.points,
  ],
  shifts: [
    { on: '2026-10-03', code: 'S1', label: 'I took a pause before I acted', reflectionId: 'x1' },
    { on: '2026-10-19', code: 'S1', label: 'I took a pause before I acted', reflectionId: 'x2' },
    { on: '2026-10-20', code: 'S2', label: 'I saw an old loop sooner', reflectionId: 'x3' },
    { on: '2026-10-25', code: 'S2', label: 'I saw an old loop sooner', reflectionId: 'r3' },
  ],
};
const point = (
  on: string,
  total: number,
  bandLabel: string | null,
  label: 'baseline' | 'mid-series' | 'after',
  change: [points: number, isReliable: boolean] | null,
) => ({
  reflectionId: `m-${on}-${total}`,
  on,
  total,
  bandLabel,
  label,
  change: change && { points: change[0], isReliable: change[1] },
});
const measures: MeasureCourseView[] = [
  {
    code: 'phq-9',
    title: 'PHQ-9',
    points: [
      point('2026-09-28', 17, 'Moderately severe', 'baseline', null),
      point('2026-10-12', 13, 'Moderate', 'mid-series', [-4, false]),
      point('2026-10-26', 9, 'Mild', 'after', [-6, true]),
    ],
  },
  { code: 'pcl-5', title: 'PCL-5', points: [point('2026-09-28', 38, null, 'baseline', null)] },
];

export const routes: Route[] = [
  [
    'GET',
    /^\/clients\/([^/]+)\/check-ins$/,
    ([id]) => [200, id === 'rowan' ? course : { ...course, points: [], shifts: [], sessions: [] }],
  ],
  ['GET', /^\/clients\/([^/]+)\/measures$/, ([id]) => list(id === 'rowan' ? measures : [])],
];
