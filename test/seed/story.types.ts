import type { CheckInName, ChipCode } from '@app/plans/prompt-template.types.js';
import type { KetamineRoute } from '@app/sessions/session.types.js';

/** What an invented client sends back, so many minutes after the prompt came; null is silence. */
export type Reply = {
  afterMinutes: number;
  words: string;
  checkIns?: Partial<Record<CheckInName, 1 | 2 | 3 | 4 | 5>>;
  chips?: ChipCode[];
} | null;

/** A moment of a story: whole days from today on the clinic's clock, and `HH:MM` there. */
export interface Moment {
  day: number;
  at: string;
}

/** One invented course of care. Everything else follows from the product's own rules. */
export interface Story {
  name: string;
  pronouns?: string;
  email: string;
  phone: string;
  timeZone: string;
  addedOn: Moment;
  sessions: (Moment & { route: KetamineRoute; outcome: 'completed' | 'planned' })[];
  calls: (Moment & { closingNote?: string; readBefore?: boolean })[];
  /** Minutes from now at which one more call begins. */
  callInMinutes?: number;
  /** Nobody reads between the calls, whatever the page promised. */
  leftUnread?: boolean;
  /** In the order of the prompts that ask something; missing ones are silence. */
  replies: Reply[];
  /** Asks to be called, so many minutes before now, from the last page they had open. */
  asksForCallMinutesAgo?: number;
  /** Staff send the next prompt now, so that the first e-mail is there at once. */
  sendNextNow?: boolean;
}
