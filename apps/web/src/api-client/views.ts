/**
 * What the API answers, as the console reads it. Instants are ISO 8601 in UTC; `…On` are calendar dates.
 * A `WhenView` words an instant on a named clock; the browser never computes a send time.
 */
export type Role = 'admin' | 'practitioner' | 'coordinator';
export type ClientStatus = 'active' | 'on_hold' | 'transferred' | 'discharged' | 'died';
export type Route = 'iv' | 'im' | 'sc' | 'sublingual' | 'intranasal';
export type KetamineSessionStatus = 'planned' | 'completed' | 'cancelled' | 'no_show';
export type PromptStatus =
  | 'scheduled'
  | 'sent'
  | 'answered'
  | 'skipped'
  | 'expired'
  | 'missed'
  | 'cancelled'
  | 'withdrawn'
  | 'rested'
  | 'superseded'
  | 'suppressed';
export type MailingStatus = 'scheduled' | 'sending' | 'sent' | 'unknown' | 'failed';

export interface ListView<T> {
  items: T[];
  next: string | null;
}
export interface SignInAnswer {
  next: 'done' | 'second-factor' | 'enrol';
}
export interface MeView {
  accountId: string;
  staffMemberId: string;
  name: string;
  email: string;
  roles: Role[];
  clinic: { id: string; name: string; location: { id: string; name: string; timeZone: string } };
}
export interface StaffMemberView {
  id: string;
  name: string;
  roles: Role[];
}
export interface EmailConsentView {
  givenOn: string;
  how: string;
}
export interface ClientView {
  id: string;
  version: number;
  name: string;
  email: string | null;
  phone: string | null;
  pronouns: string | null;
  timeZone: string;
  language: string;
  status: ClientStatus;
  pace: 'gentle' | 'steady' | 'often';
  emailConsent: EmailConsentView | null;
  quietHours: { from: string; to: string } | null;
  careTeam: { staffMemberId: string; name: string; seat: 'words' | 'body' | 'supervisor' }[];
  /** Local wall time there now, e.g. "2026-11-02T08:30". */
  localNow: string;
}
export interface ClientRowView {
  id: string;
  name: string;
  status: ClientStatus;
  timeZone: string;
  lastSession: { heldAt: string; dayNumber: number } | null;
  nextAppointment: { id: string; startsAt: string } | null;
  newReflections: number;
  lastReflectionAt: string | null;
}
export interface SeriesView {
  id: string;
  version: number;
  status: 'open' | 'closed';
  name: string | null;
  openedOn: string;
}
export interface KetamineSessionView {
  id: string;
  version: number;
  clientId: string;
  seriesId: string;
  locationId: string;
  route: Route;
  setting: 'clinic' | 'home';
  status: KetamineSessionStatus;
  heldAt: string;
  /** on the location's clock */ heldLocal: string;
  timeZone: string;
  numberInSeries: number;
  completedAt: string | null;
}
export interface AppointmentView {
  id: string;
  version: number;
  clientId: string;
  practitionerId: string;
  practitionerName: string;
  startsAt: string;
  minutes: number;
  status: 'booked' | 'cancelled';
  closingNote: string | null;
  closingNoteAt: string | null; // null for who is outside the care team
}
export interface ReasonView {
  code: string;
  params: Record<string, string | number>;
  text: string;
}
export interface PromptView {
  id: string;
  version: number;
  clientId: string;
  status: PromptStatus;
  held: boolean;
  title: string; // template title: everyone with access to the client
  question: string | null; // null for who is outside the care team
  sendAt: string;
  localText: string /* "Mon 2 Nov, 8:30 am" on the client's clock */;
  timeZone: string;
  reasons: ReasonView[];
  delivery: { status: MailingStatus; at: string | null } | null;
  sentAt: string | null;
  answeredAt: string | null;
}
export interface CheckInsView {
  ease: number | null;
  energy: number | null;
  sleep: number | null;
  crowded: number | null;
} // 1..5
export interface ReflectionView {
  id: string;
  version: number;
  clientId: string;
  promptId: string | null;
  title: string | null;
  question: string | null;
  sentAt: string;
  localText: string;
  dayNumber: number | null /* days after the latest session before it */;
  words: string;
  nothingCameUp: boolean;
  checkIns: CheckInsView;
  chips: { code: string; label: string }[];
  reading: { readAt: string; byName: string; byMe: boolean } | null;
}
export interface PlanView {
  id: string;
  version: number;
  clientId: string;
  template: { code: string; version: number; title: string };
  status: 'live' | 'ended';
  liveFrom: string;
  steps: { stepId: string; title: string; when: string }[];
}
export interface CallRequestView {
  // safety flag of kind call-me
  id: string;
  version: number;
  client: { id: string; name: string; phone: string | null; timeZone: string };
  raisedAt: string;
  acknowledged: { at: string; byName: string; callBy: string } | null;
}
export interface TodayCallView {
  appointmentId: string;
  client: { id: string; name: string; pronouns: string | null; timeZone: string };
  startsAt: string;
  minutes: number;
  practitionerName: string;
  mine: boolean;
  session: { dayNumber: number; numberInSeries: number; plannedInSeries: number } | null;
  newReflections: number;
  readReflections: number;
  lastCallAt: string | null;
  excerpt: { reflectionId: string; text: string; sentAt: string; title: string | null } | null; // next call only
  easeLast7Days: { on: string; ease: number | null }[];
  resting: boolean;
  callRequested: boolean;
}
export interface TodayView {
  now: string;
  timeZone: string;
  date: string;
  callRequests: CallRequestView[]; // open: not acknowledged, or acknowledged and callBy still ahead/unclosed
  nextCall: (TodayCallView & { checkIns: CheckInChartView; readingMinutes: number }) | null;
  calls: TodayCallView[];
  didItHappen: { session: KetamineSessionView; client: { id: string; name: string } }[]; // planned, heldAt in the past
  goingOut: {
    promptId: string;
    version: number;
    client: { id: string; name: string };
    title: string;
    sendAt: string;
    clientLocalText: string;
    held: boolean;
  }[];
  noNextCall: {
    client: { id: string; name: string };
    lastContactAt: string | null;
    newReflections: number;
  }[];
  deliveryTasks: {
    promptId: string;
    client: { id: string; name: string };
    title: string;
    status: 'unknown' | 'failed' | 'missed';
    at: string;
  }[];
}
export interface CheckInChartView {
  /** Session days inside the range, as calendar dates on the client's clock. */
  sessions: { on: string }[];
  from: string;
  to: string;
  points: {
    on: string;
    reflectionId: string;
    ease: number | null;
    energy: number | null;
    sleep: number | null;
    crowded: number | null;
  }[];
}
export interface BriefView {
  appointment: AppointmentView;
  client: { id: string; name: string; pronouns: string | null; timeZone: string; status: ClientStatus };
  session: { dayNumber: number; numberInSeries: number; plannedInSeries: number; heldAt: string } | null;
  callsToday: { position: number; of: number } | null;
  lastCall: { startsAt: string; closingNote: string | null } | null;
  callRequests: CallRequestView[];
  reflections: ReflectionView[]; // since the last call, oldest first
  readingSeconds: number;
  checkIns: CheckInChartView;
  challenges: { code: string; label: string; days: number[] }[];
  unanswered: { promptId: string; title: string; status: PromptStatus; why: string; sendAt: string }[];
  nothingNewSince: string | null;
  printedBy: { clinicName: string; staffName: string; at: string };
}
/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  requestId: string;
  errors?: { field: string; code: string; params: Record<string, string | number>; message: string }[];
}
