import type { SafetyLane } from '@app/plans/safety-signs.js';

/** Why a person is needed; one open flag of each for a client. `-now` is red, `-today` amber. */
export const FLAG_KINDS = [
  'call-me', 'item-9', 'body-now', 'mind-now', 'body-today', 'mind-today', 'phrase',
] as const; // prettier-ignore
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Red: now. Amber: the same day. */
export type FlagColour = 'red' | 'amber';

/** What a client is shown first: the emergency number, the crisis line, or that somebody looks today. */
export type FlagHelp = 'emergency' | 'crisis' | 'today';

/** Which roster answers it. */
export const LANE_OF: Readonly<Record<FlagKind, SafetyLane>> = {
  'call-me': 'psychological',
  'item-9': 'psychological',
  'body-now': 'medical',
  'mind-now': 'psychological',
  'body-today': 'medical',
  'mind-today': 'psychological',
  phrase: 'psychological',
};

/** How a wordless notice goes out. */
export type NoticeChannel = 'email' | 'outside-email' | 'webhook';

/** Why somebody is told. */
export type NoticeReason = 'raised' | 'risen' | 'not-accepted' | 'unclaimed' | 'overdue';

/** What stands in the safety log of a flag. */
export type SafetyEventKind =
  'raised' | 'risen' | 'told' | 'not-told' | 'opened' | 'acknowledged' | 'escalated' | 'late' | 'closed';
