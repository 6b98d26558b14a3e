import type { ShiftResponse, ShiftTrigger } from '@app/reflections/answer.types.js';
import type { Stage } from '@app/threads/thread.types.js';
import type { Expected, GoldenAnswer, GoldenCourse, GoldenEvent } from './golden.types.js';

interface When {
  /** `HH:MM`; six in the evening when absent. */
  at?: string;
  /** Of the reflection; `d<day>` when absent. */
  id?: string;
}

/** Writes one course down: `course('…').session(0).answer(3, { ease: 2 }).silent(7).readOn(30).expects({…})`. */
export function course(name: string): CourseWriter {
  return new CourseWriter(name);
}

export class CourseWriter {
  private readonly events: GoldenEvent[] = [];
  private reading = 30;

  constructor(private readonly name: string) {}

  /** A ketamine session that took place, at two in the afternoon. */
  session(day: number, { at = '14:00' }: When = {}): this {
    return this.add({ kind: 'session', day, at });
  }

  /** A prompt of that day (or of `sentOn`), answered. */
  answer(day: number, answer: GoldenAnswer, when: When & { sentOn?: number } = {}): this {
    const { at = '18:00', id = `d${day}`, sentOn = day } = when;
    return this.add({ kind: 'prompt', day, at, id, end: 'answered', answer, sentOn });
  }

  /** Prompts of these days, answered in a word. */
  answered(...days: number[]): this {
    return days.reduce<this>((course, day) => course.answer(day, { words: `Day ${day}.` }), this);
  }

  /** Prompts of these days, skipped. */
  skipped(...days: number[]): this {
    return this.ended('skipped', days);
  }

  /** Prompts of these days to which nothing comes back; each closes after 14 days. */
  silent(...days: number[]): this {
    return this.ended('unanswered', days);
  }

  /** Prompts of these days that never arrived. */
  bounced(...days: number[]): this {
    return this.ended('bounced', days);
  }

  /** Left unasked. */
  leaves(day: number, answer: GoldenAnswer, { at = '18:00', id = `d${day}` }: When = {}): this {
    return this.add({ kind: 'unasked', day, at, id, answer });
  }

  /** Three taps about one moment. */
  logs(day: number, trigger: ShiftTrigger, response: ShiftResponse, when: When = {}): this {
    return this.leaves(day, { shift: { trigger, response, chip: null } }, when);
  }

  /** Nothing is asked from that day on, until another or until they say so. */
  rests(day: number, untilDay: number | null, { at = '12:00' }: When = {}): this {
    return this.add({ kind: 'rest', day, at, untilDay });
  }

  withdraws(day: number, id: string, { at = '20:00' }: When = {}): this {
    return this.add({ kind: 'withdrawal', day, at, id });
  }

  /** A call that took place: the brief begins anew after it. */
  call(day: number, { at = '11:00' }: When = {}): this {
    return this.add({ kind: 'call', day, at });
  }

  /** Their therapist reads what was sent. */
  reads(day: number, ...ids: string[]): this {
    for (const id of ids) this.add({ kind: 'reading', day, at: '20:05', id });
    return this;
  }

  /** A clinician went through a safety plan with them. */
  safetyPlan(day: number): this {
    return this.add({ kind: 'safety-plan', day, at: '11:30' });
  }

  /** What is open is seen to and closed. */
  closesFlags(day: number): this {
    return this.add({ kind: 'flags-closed', day, at: '09:00' });
  }

  /** A practitioner names a thread where it came up. */
  thread(day: number, name: string, from: string): this {
    return this.add({ kind: 'thread', day, at: '20:10', name, from });
  }

  stage(day: number, thread: string, stage: Stage, from: string, quote: string): this {
    return this.add({ kind: 'stage', day, at: '20:20', thread, stage, from, quote });
  }

  stars(day: number, id: string, quote: string): this {
    return this.add({ kind: 'star', day, at: '20:30', id, quote });
  }

  asksNotToRaise(day: number, id: string): this {
    return this.add({ kind: 'dont-raise', day, at: '20:40', id });
  }

  /** The brief is read at noon of that day. */
  readOn(day: number): this {
    this.reading = day;
    return this;
  }

  expects(expected: Expected): GoldenCourse {
    const { name, reading: readOn } = this;
    return { name, events: [...this.events], readOn, expected };
  }

  private ended(end: 'skipped' | 'unanswered' | 'bounced', days: readonly number[]): this {
    for (const day of days) {
      this.add({ kind: 'prompt', day, at: '18:00', id: `d${day}`, end, answer: {}, sentOn: day });
    }
    return this;
  }

  private add(event: GoldenEvent): this {
    this.events.push(event);
    return this;
  }
}
