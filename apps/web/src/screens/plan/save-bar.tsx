import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useAct } from '../../acts/use-act.js';
import { makeLive } from '../../api-client/calls-plans.js';
import { plansQuery } from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import type { ClientView, PlanView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';
import { keepPlace } from './keep-place.js';
import { missingIn, NotReady } from './not-ready.js';
import type { PlanRow } from './plan-rows.js';
import { dtoOf, meanwhileIn, type Step } from './staging.js';
import type { StagedPlan } from './use-staged-plan.js';

interface SaveBarProps {
  client: ClientView;
  plan: PlanView;
  staged: StagedPlan;
  next: PlanRow | undefined;
}

/** What is not live, and the two ways on: it follows along while there is something. */
export function SaveBar({ client, plan, staged, next }: SaveBarProps) {
  const queries = useQueryClient();
  const name = firstName(client.name);
  const { changes, isChanged, steps, act: stage } = staged;
  const { number } = staged.staged;
  const save = useAct(() => makeLive(plan.id, changeOf(plan, steps, number)), {
    refresh: [['client', client.id], ['today']],
    done: (saved) => {
      queries.setQueryData(plansQuery(client.id).queryKey, (all: PlanView[] | undefined) =>
        all?.map((each) => (each.id === saved.id ? saved : each)),
      );
      stage({ do: 'discard' });
      notify(say('planner.didLive', { name }));
      keepPlace();
    },
  });
  useSaveKey(() => isChanged && !save.isPending && save.run());
  if (!isChanged) return null;
  return (
    <div className="savebar-place">
      <Trouble staged={staged} error={save.error} />
      <div className="savebar" role="region" aria-label={say('planner.region')}>
        <p role="status">
          <b>{say('planner.notLive', { n: changes.size })}</b>{' '}
          <span className="quiet">
            {say('planner.sentSafe')}{' '}
            {staged.isAsking
              ? say('planner.checking')
              : next
                ? say('planner.nextOut', { title: next.title, time: next.localText, name })
                : say('planner.nothingNext')}
          </span>
        </p>
        <div className="acts">
          <Button
            onPress={() => {
              const kept = staged.staged;
              save.reset();
              stage({ do: 'discard' });
              notify(say('planner.didDiscard'), () => stage({ do: 'restore', staged: kept }));
              keepPlace();
            }}
          >
            {say('planner.discard')}
          </Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.run()}>
            {say('planner.makeLive')} <kbd aria-hidden="true">{SAVE_KEY}</kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}

const changeOf = ({ version }: PlanView, steps: readonly Step[], number?: number) => ({
  version,
  ...(number !== undefined && { number }),
  steps: steps.map(dtoOf),
});

/** Why it is not live: what happened, what is safe, what to do. */
function Trouble({ staged, error }: { staged: StagedPlan; error: Error | null }) {
  const { changed, gone } = meanwhileIn(staged.live, staged.staged);
  const missing = missingIn(error);
  const isStale = error instanceof ApiProblem && error.isStale;
  const titles = new Intl.ListFormat('en-US').format(changed.map(({ prompt }) => `“${prompt.title}”`));
  return (
    <>
      {missing && <NotReady missing={missing} isRefusal />}
      {(isStale || changed.length > 0 || gone > 0) && (
        <div className="failure" role="alert">
          <div>
            <p className="strong">{say('planner.stale')}</p>
            <p>{say('planner.staleNext')}</p>
            {changed.length > 0 && <p>{say('planner.staleBoth', { titles })}</p>}
            {gone > 0 && <p>{say('planner.staleGone', { n: gone })}</p>}
          </div>
        </div>
      )}
      {error && !missing && !isStale && <Failure error={error} isAct />}
    </>
  );
}

const SAVE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘S' : 'Ctrl S';

/** Cmd or Ctrl with S, also from within a field; never under a dialog. */
function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 's' ||
        !(event.metaKey || event.ctrlKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      if (!event.repeat && !document.querySelector('.veil')) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
