import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, list } from './queries.js';
import type { ReaderView } from './reader-views.js';
import { request } from './request.js';
import type { components } from './schema.d.ts';
import { patch, post, put, remove } from './send.js';
import type { ListView, ReflectionView, ThreadView } from './views.js';

type Schemas = components['schemas'];

/** Marks, notes, threads and the course of a client: what the API takes and answers. */
export type TextRange = Schemas['RangeView'];
export type TagCode = Schemas['PutMarksDto']['tags'][number];
export type ProcessNoteView = Schemas['ProcessNoteView'];
export type StageView = Schemas['StageView'];
export type Stage = StageView['stage'];
export type EvidenceView = Schemas['EvidenceView'];
export type ThreadCheckView = Schemas['ThreadCheckView'];
export type Fit = Schemas['CheckThreadDto']['fit'];
export type QuotedSpan = Schemas['QuotedSpanDto'];
export type Scale = Schemas['ScaleDto'];
export type SuggestionView = Schemas['ThreadSuggestionView'];
export type EarlySignView = Schemas['EarlySignView'];
export type MeasureCourseView = Schemas['MeasureCourseView'];
export type MeasurePointView = Schemas['MeasurePointView'];
export type CourseCheckInsView = Schemas['CourseCheckInsView'];
export type ReaderReflectionView = Schemas['ReaderReflectionView'];
export type SearchHitView = Schemas['SearchHitView'];

export const STAGES = ['insight', 'awareness', 'choice', 'change'] as const satisfies readonly Stage[];

export const putMarks = (
  id: string,
  marks: { version: number; highlights: readonly TextRange[]; tags: readonly TagCode[] },
) => put<ReflectionView>(`/reflections/${id}/marks`, marks);

export const writeNote = (clientId: string, text: string, reflectionId?: string) =>
  post<ProcessNoteView>(`/clients/${clientId}/process-notes`, { text, reflectionId });
export const changeNote = (id: string, version: number, text: string) =>
  put<ProcessNoteView>(`/process-notes/${id}`, { version, text });
export const removeNote = (id: string) => remove<void>(`/process-notes/${id}`);

export const threadsQuery = (clientId: string) =>
  list<ThreadView>(['client', clientId, 'threads'], `/clients/${clientId}/threads`);
export const suggestionsQuery = (clientId: string) =>
  list<SuggestionView>(['client', clientId, 'suggestions'], `/clients/${clientId}/thread-suggestions`);
export const earlySignsQuery = (clientId: string) =>
  list<EarlySignView>(['client', clientId, 'early-signs'], `/clients/${clientId}/early-signs`);

export const addThread = (
  clientId: string,
  thread: { name: string | null; scale: Scale | null; originReflectionId?: string },
) => post<ThreadView>(`/clients/${clientId}/threads`, thread);
export const changeThread = (
  id: string,
  change: { version: number; name?: string | null; scale?: Scale | null; shared?: boolean },
) => patch<ThreadView>(`/threads/${id}`, change);
export const archiveThread = (id: string, version: number) =>
  post<ThreadView>(`/threads/${id}/archiving`, { version });
export const restoreThread = (id: string, version: number) =>
  post<ThreadView>(`/threads/${id}/restoration`, { version });
export const setStage = (
  id: string,
  { version, stage, evidence }: { version: number; stage: Stage; evidence: readonly QuotedSpan[] },
) => post<ThreadView>(`/threads/${id}/stages`, { version, stage, evidence });
export const undoStage = (id: string, stageId: string) =>
  remove<ThreadView>(`/threads/${id}/stages/${stageId}`);
export const checkThread = (id: string, check: { fit: Fit; words: string; rating?: number }) =>
  post<ThreadView>(`/threads/${id}/checks`, check);

export const agreeSign = (clientId: string, sign: Schemas['AgreeEarlySignDto']) =>
  post<EarlySignView>(`/clients/${clientId}/early-signs`, sign);
export const retireSign = (id: string, version: number) =>
  post<EarlySignView>(`/early-signs/${id}/retirement`, { version });

export const courseQuery = (clientId: string) =>
  get<CourseCheckInsView>(['client', clientId, 'check-ins'], `/clients/${clientId}/check-ins`);
export const measuresOfQuery = (clientId: string) =>
  list<MeasureCourseView>(['client', clientId, 'measures'], `/clients/${clientId}/measures`);

/** The address holds ids only; what is looked for is in the body of the search. */
export const readerQuery = (view: ReaderView, clientId?: string) =>
  infiniteQueryOptions({
    queryKey: ['reader', view, clientId ?? ''],
    queryFn: ({ signal, pageParam }) =>
      request<ListView<ReaderReflectionView>>(
        `/reflections?${new URLSearchParams({
          view,
          ...(clientId && { clientId }),
          ...(pageParam && { after: pageParam }),
        }).toString()}`,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
/** Every search is written to the log, without its words: it is asked once, and forgotten with the screen. */
export const searchQuery = (q: string, clientId?: string) =>
  queryOptions({
    queryKey: ['reader-search', q, clientId ?? ''],
    queryFn: async ({ signal }) =>
      (
        await request<ListView<SearchHitView>>('/reflections/search', {
          method: 'POST',
          body: { q, clientId },
          signal,
        })
      ).items,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
