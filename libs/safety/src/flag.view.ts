import { EmergencyContactView } from '@app/clients/client.view.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { FlagColour, FlagKind } from './flag.types.js';

/** Whom to call. */
export class ToCallView {
  id!: string;
  name!: string;
  phone!: string | null;
  timeZone!: string;
}

export class FlagClientView extends ToCallView {
  /** Whom else to call; null: nobody is written down. */
  emergencyContact!: EmergencyContactView | null;
}

export class FlagEvidenceView {
  kind!: 'item' | 'signs' | 'phrase' | 'feels-safe' | 'call';
  /** Our words; for a phrase the client's sentence, and empty for who does not read their words. */
  text!: string;
  /** ISO instant. */
  at!: string;
}

export class FlagAcknowledgedView {
  /** ISO instants. */
  at!: string;
  byName!: string;
  /** Who acknowledged may close, whatever their seat. */
  byMe!: boolean;
  /** "I will call by …" */
  callBy!: string;
}

export class FlagClosedView {
  /** ISO instants. */
  at!: string;
  byName!: string;
  doneByName!: string;
  doneAt!: string;
  /** What was done; null for who does not read this client's words and did not write it. */
  disposition!: string | null;
}

/** Needs a person. */
export class FlagView {
  id!: string;
  version!: number;
  kind!: FlagKind | null;
  colour!: FlagColour;
  lane!: SafetyLane;
  client!: FlagClientView;
  /** ISO instant. */
  raisedAt!: string;
  /** What it is, in words. */
  label!: string;
  /** "possible: contains …" for listed phrases. */
  labelNote!: string | null;
  promptId!: string | null;
  reflectionId!: string | null;
  /** Null for who answers a request for a call without being on the care team. */
  evidence!: FlagEvidenceView[] | null;
  acknowledged!: FlagAcknowledgedView | null;
  /** This person has opened it as it is now: they may say when they call. */
  openedByMe!: boolean;
  /** ISO instant of the last time somebody else was told; null: nobody was. */
  escalatedAt!: string | null;
  /** Whose notice a mail server has taken. */
  toldNames!: string[];
  /** Nobody claimed it in time, or a promised call did not lead to a closing. */
  overdue!: boolean;
  closed!: FlagClosedView | null;
}

/** At most 200: `next` is always null. */
export class FlagListView {
  items!: FlagView[];
  next!: string | null;
}
