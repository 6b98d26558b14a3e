import { Link } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import type { PlanPreview } from '../../api-client/calls-plans.js';
import { ApiProblem } from '../../api-client/request.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-plan.js';

const PLACES = {
  'crisis-contacts': '/settings/crisis',
  'reading-days': '/settings/clinic',
  sender: '/settings/emails',
  rosters: '/settings/rosters',
} as const;
type Missing = keyof typeof PLACES;
const isKnown = (code: string): code is Missing => code in PLACES;

/** What the refusal of a clinic that is not ready names, or null for another error. */
export const missingIn = (error: Error | null): string[] | null =>
  error instanceof ApiProblem && error.is('clinic-not-ready')
    ? (error.problem.errors ?? []).map(({ field }) => field)
    : null;

/** What the clinic lacks before anything goes out, each with the way to it. */
export function NotReady({ missing, isRefusal }: { missing: readonly string[]; isRefusal?: boolean }) {
  const isAdmin = useIsAdmin();
  const known = missing.filter(isKnown);
  if (known.length === 0) return null;
  const isRosters = known.every((code) => code === 'rosters');
  return (
    <div className="failure" role={isRefusal ? 'alert' : undefined}>
      <CircleAlert size={18} aria-hidden="true" />
      <div>
        <p className="strong">{say(isRosters ? 'planner.needsRosters' : 'planner.notReady')}</p>
        <p>
          {say(isRosters ? 'planner.needsRostersWhat' : 'planner.notReadyWhat')}{' '}
          {!isAdmin && say('planner.notReadyAsk')}
        </p>
        <ul className="plain-list">
          {known.map((code) => (
            <li key={code}>
              <Link to={PLACES[code]} target="_blank">
                {say(`missing.${code}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What is asked instead of a measure that asks about safety, where no morning is staffed. */
export function WithoutMornings({ preview }: { preview: Pick<PlanPreview, 'withoutMornings' | 'missing'> }) {
  if (!preview.withoutMornings || preview.missing.includes('rosters')) return null;
  return (
    <p className="told planner-told">
      {say('planner.withoutMornings')}{' '}
      <Link to="/settings/rosters" target="_blank">
        {say('planner.staffMornings')}
      </Link>
    </p>
  );
}
