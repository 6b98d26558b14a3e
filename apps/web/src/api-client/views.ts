/** Short names for what the API answers; the shapes come from its own description (`schema.d.ts`). */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

/** A page of a list; `next` goes into `after`. */
export interface ListView<T> {
  items: T[];
  next: string | null;
}

export type MeView = Schemas['MeView'];
export type StaffMemberView = Schemas['StaffMemberView'];
export type ClientView = Schemas['ClientView'];
export type ClientRowView = Schemas['ClientRowView'];
export type SeriesView = Schemas['SeriesView'];
export type KetamineSessionView = Schemas['KetamineSessionView'];
export type AppointmentView = Schemas['AppointmentView'];
export type PromptView = Schemas['PromptView'];
export type CheckInsView = Schemas['CheckInsView'];
export type ReflectionView = Schemas['ReflectionView'];
export type PlanView = Schemas['PlanView'];
export type FlagView = Schemas['FlagView'];
export type ThreadView = Schemas['ThreadView'];
export type TodayCallView = Schemas['TodayCallView'];
export type TodayView = Schemas['TodayView'];
export type CheckInChartView = Schemas['CheckInChartView'];
export type BriefView = Schemas['BriefView'];

export type ClientStatus = ClientView['status'];
export type Route = KetamineSessionView['route'];

/** RFC 9457. */
export type Problem = Schemas['ProblemView'];
