import { queryOptions } from '@tanstack/react-query';
import { request } from './request.js';
import { post, put, remove } from './send.js';
import type { components } from './schema.d.ts';
import type { ClientView, PlanView, PromptView } from './views.js';

type Schemas = components['schemas'];

/** Plans that are edited, and rest: what the API takes and answers. */
export type PlanStepDto = Schemas['PlanStepDto'];
export type PlanStepView = Schemas['PlanStepView'];
/** When a step is asked, and how. */
export type StepTiming = Omit<PlanStepDto, 'stepId' | 'prompt'>;
export type PreviewRow = Schemas['PreviewRowView'];
export type PlanPreview = Schemas['PlanPreviewView'];
/** What is left out is as it stands. */
export type PreviewOf = Schemas['PreviewPlanDto'];

export const REST_LENGTHS = ['three-days', 'week', 'next-call', 'open'] as const;
export type RestLength = Schemas['RestDto']['length'];

/** Writes nothing, though it is a POST; read again when a change is made here, not when a window is looked at. */
export const planPreviewQuery = (clientId: string, of: PreviewOf) =>
  queryOptions({
    queryKey: ['client', clientId, 'plan-preview', of],
    queryFn: ({ signal }) =>
      request<PlanPreview>(`/clients/${clientId}/plan-preview`, { method: 'POST', body: of, signal }),
    refetchOnWindowFocus: false,
    gcTime: 60_000,
  });
/** A version of a template: its newest without a number. */
export type PlanStart = Schemas['StartPlanDto'];
export const startPlanFrom = (clientId: string, start: PlanStart, key: string) =>
  post<PlanView>(`/clients/${clientId}/plans`, start, key);
/** With a number: the version of its template that the steps bring in. */
export const makeLive = (planId: string, change: Schemas['PutPlanStepsDto']) =>
  put<PlanView>(`/plans/${planId}/steps`, change);
export const movePrompt = (id: string, move: { version: number; on: string; at: string }) =>
  post<PromptView>(`/prompts/${id}/moving`, move);
export const restAll = (clientId: string, length: RestLength) =>
  post<ClientView>(`/clients/${clientId}/rest`, { length });
export const endRest = (clientId: string) => remove<ClientView>(`/clients/${clientId}/rest`);
