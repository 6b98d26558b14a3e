import { queryOptions } from '@tanstack/react-query';
import { get, list } from './queries.js';
import type { components } from './schema.d.ts';
import { post } from './send.js';

/** The library: prompt templates and plan templates, ours and the clinic's own. */
type Schemas = components['schemas'];

/** What may be asked; as a draft it may leave out what it does not ask. */
export type PromptContent = Schemas['PromptContentDto'];
export type ChoiceQuestion = Schemas['ChoiceQuestionDto'];
export type RatingQuestion = Schemas['RatingQuestionDto'];

/** A version of a measure. */
export type MeasureRef = Schemas['MeasureRefDto'];

export type CheckInName = PromptContent['checkIns'][number];
export const CHECK_INS = ['ease', 'energy', 'sleep', 'crowded'] as const satisfies CheckInName[];

export type ChipCode = PromptContent['chips'][number];
export const CHALLENGES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const satisfies ChipCode[];
export const SHIFTS = ['S1', 'S2', 'S3', 'S4'] as const satisfies ChipCode[];

export type PromptTemplateView = Schemas['PromptTemplateView'];
export type PromptVersionView = Schemas['PromptVersionView'];
export type PromptTemplateWithVersions = Schemas['PromptTemplateWithVersionsView'];
export type PromptPreviewView = Schemas['PromptPreviewView'];

export type PlanTemplateView = Schemas['PlanTemplateView'];
export type PlanVersionView = Schemas['PlanVersionView'];
export type PlanTemplateWithVersions = Schemas['PlanTemplateWithVersionsView'];
export type PlanTemplateStepView = Schemas['PlanStepView'];
/** A step that is written: it says how long its page stays open. */
export type PlanStepDraft = Schemas['PlanStepDto'] & { openDays: number };

export type Anchor = PlanStepDraft['anchor'];
export const ANCHORS = [
  'first-session',
  'every-session',
  'latest-session',
  'next-appointment',
  'rhythm',
  'series-rhythm',
] as const satisfies Anchor[];
/** The code of the measure that is asked, or null. */
export const measureIn = (content: Pick<PromptContent, 'measure'>): string | null =>
  content.measure?.code ?? null;
/** Comes again and again on the calendar. */
export const isRhythm = (anchor: Anchor): boolean => anchor === 'rhythm' || anchor === 'series-rhythm';
export type Pace = PlanStepDraft['slowestPace'];
export const PACES = ['gentle', 'steady', 'often'] as const satisfies Pace[];

/** What an edited template is published as. */
export type NewPromptTemplate = Schemas['AddPromptTemplateDto'];
export type NewPlanTemplate = Schemas['AddPlanTemplateDto'] & { title: string; steps: PlanStepDraft[] };

export const promptTemplatesQuery = () => list<PromptTemplateView>(['prompt-templates'], '/prompt-templates');
export const promptTemplateQuery = (id: string) =>
  get<PromptTemplateWithVersions>(['prompt-templates', id], `/prompt-templates/${encodeURIComponent(id)}`);
export const addPromptTemplate = (template: NewPromptTemplate, key: string) =>
  post<PromptTemplateView>('/prompt-templates', template, key);
export const publishPrompt = (id: string, version: number, content: PromptContent) =>
  post<PromptTemplateView>(`/prompt-templates/${id}/versions`, { version, content });
export const archivePrompt = (id: string, version: number) =>
  post<PromptTemplateView>(`/prompt-templates/${id}/archiving`, { version });
export const restorePrompt = (id: string, version: number) =>
  post<PromptTemplateView>(`/prompt-templates/${id}/restoration`, { version });

/** How a client would meet it: this one, or a made-up one. What was asked once is not asked again. */
export const promptPreviewQuery = (content: PromptContent, clientId?: string) =>
  queryOptions({
    queryKey: ['prompt-preview', clientId ?? null, JSON.stringify(content)],
    queryFn: () => post<PromptPreviewView>('/prompt-previews', { content, clientId }),
    staleTime: Infinity,
    gcTime: 60_000,
  });

export const planTemplatesQuery = () => list<PlanTemplateView>(['plan-templates'], '/plan-templates');
/** With every version of it, newest first. */
export const planTemplateQuery = (id: string) =>
  get<PlanTemplateWithVersions>(['plan-templates', id], `/plan-templates/${encodeURIComponent(id)}`);
export const addPlanTemplate = (template: NewPlanTemplate, key: string) =>
  post<PlanTemplateView>('/plan-templates', template, key);
export const publishPlan = (id: string, version: number, plan: { title: string; steps: PlanStepDraft[] }) =>
  post<PlanTemplateView>(`/plan-templates/${id}/versions`, { version, ...plan });
export const archivePlan = (id: string, version: number) =>
  post<PlanTemplateView>(`/plan-templates/${id}/archiving`, { version });
export const restorePlan = (id: string, version: number) =>
  post<PlanTemplateView>(`/plan-templates/${id}/restoration`, { version });
