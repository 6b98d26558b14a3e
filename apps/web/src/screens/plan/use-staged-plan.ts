import type { PlanView } from '../../api-client/views.js';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useReducer, useRef } from 'react';
import { type Pace } from '../../api-client/calls-library.js';
import { planPreviewQuery, type PlanPreview } from '../../api-client/calls-plans.js';
import type { AskedWith } from './plan-rows.js';
import { changesOf, dtoOf, NOTHING_STAGED, stage, stepFrom, stepsOf, type Step } from './staging.js';
import { useLater } from './use-later.js';

/** Long enough that a held arrow key asks once, short enough to feel like an answer. */
const STILL_MS = 250;

export interface Previewed {
  answer: PlanPreview;
  asked: AskedWith;
}

/** The plan as it is live, the edits on top of it, and what the schedule makes of both. */
export function useStagedPlan(plan: PlanView, pace: Pace | null) {
  const [staged, act] = useReducer(stage, NOTHING_STAGED);
  const live = useMemo(() => plan.steps.map(stepFrom), [plan.steps]);
  const steps = useMemo(() => stepsOf(live, staged), [live, staged]);
  const changes = useMemo(() => changesOf(live, staged), [live, staged]);
  const isChanged = changes.size > 0 || staged.number !== undefined;

  const asking = useLater(
    useMemo(
      () => ({ steps: isChanged ? steps : null, all: isChanged ? steps : live, pace }),
      [isChanged, steps, live, pace],
    ),
    STILL_MS,
  );
  const preview = useQuery({
    ...planPreviewQuery(plan.clientId, {
      planId: plan.id,
      ...(asking.steps && { steps: asking.steps.map(dtoOf) }),
      ...(asking.pace && { pace: asking.pace }),
    }),
    placeholderData: keepPreviousData,
  });

  // An older answer stays on the screen until the new one comes: it is read with the steps it was asked with.
  const shown = useRef<Previewed | null>(null);
  if (preview.data && !preview.isPlaceholderData && shown.current?.answer !== preview.data)
    shown.current = { answer: preview.data, asked: askedWith(asking.all) };

  return {
    staged,
    act,
    live,
    steps,
    changes,
    isChanged,
    preview,
    shown: shown.current,
    isAsking: preview.isFetching || asking.all !== (isChanged ? steps : live),
  };
}

export type StagedPlan = ReturnType<typeof useStagedPlan>;

const askedWith = (steps: readonly Step[]): AskedWith => ({
  ids: steps.map(({ id }) => id),
  days: steps.map(({ days }) => days),
});
