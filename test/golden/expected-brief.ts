import { Temporal } from 'temporal-polyfill';
import { instantOn, OPEN_DAYS, SENT_AT } from './golden-clock.js';
import type { GoldenCourse } from './golden.types.js';
import { answersOf, eventsOf, type GivenAnswer, readAtOf, resultOf } from './pure-course.js';

const { compare } = Temporal.Instant;

/** What a brief says, by the names that reflections have in the course. */
export interface BriefContent {
  /** Oldest first; what was taken back without its words. */
  reflections: { id: string; words: string }[];
  starred: { id: string; quote: string }[];
  dontRaise: string[];
  challenges: { code: string; from: string[] }[];
  shifts: { code: string; count: number; from: string[] }[];
  threadsMoved: { name: string; stages: { stage: string; quotes: { id: string; quote: string }[] }[] }[];
  measures: { code: string; points: { id: string; total: number; label: string }[] }[];
  /** Why nothing came back, the oldest prompt first. */
  unanswered: ('expired' | 'open' | 'skipped' | 'bounced')[];
  isNothingNew: boolean;
}

/**
 * Worked out from the course alone, in another way than the product does: what was sent since the last call or that
 * nobody has read, the client's own choices by their code, threads with a stage or a beginning since that call.
 */
export function contentOf(course: GoldenCourse): BriefContent {
  const lastCall = eventsOf(course, 'call')
    .map(({ day, at }) => instantOn(day, at))
    .sort(compare)
    .at(-1);
  const isSince = (at: Temporal.Instant) => !lastCall || compare(at, lastCall) > 0;
  const read = new Set(eventsOf(course, 'reading').map(({ id }) => id));
  const answers = answersOf(course);
  const shown = answers.filter(
    ({ id, sentAt, withdrawn }) => isSince(sentAt) || (!read.has(id) && !withdrawn),
  );
  const kept = shown.filter(({ withdrawn }) => !withdrawn);
  const chosen = chosenIn(kept);
  return {
    reflections: shown.map(({ id, withdrawn, answer }) => ({
      id,
      words: withdrawn ? '' : (answer.words ?? ''),
    })),
    starred: eventsOf(course, 'star').map(({ id, quote }) => ({ id, quote })),
    dontRaise: eventsOf(course, 'dont-raise').map(({ id }) => id),
    challenges: chosen.filter(({ code }) => code.startsWith('C')),
    shifts: chosen
      .filter(({ code }) => code.startsWith('S'))
      .map(({ code, from }) => ({ code, count: from.length, from })),
    threadsMoved: threadsOf(course, isSince),
    measures: measuresOf(course, answers),
    unanswered: unansweredOf(course, lastCall),
    isNothingNew: lastCall !== undefined && shown.length === 0,
  };
}

function chosenIn(answers: readonly GivenAnswer[]): BriefContent['challenges'] {
  const pairs = answers.flatMap(({ id, answer: { chips = [], shift } }) =>
    [...chips, ...(shift?.chip ? [shift.chip] : [])].map((code) => [code, id] as const),
  );
  return [...new Set(pairs.map(([code]) => code))]
    .sort()
    .map((code) => ({ code, from: pairs.filter(([one]) => one === code).map(([, id]) => id) }));
}

function threadsOf(
  course: GoldenCourse,
  isSince: (at: Temporal.Instant) => boolean,
): BriefContent['threadsMoved'] {
  const stages = eventsOf(course, 'stage');
  return eventsOf(course, 'thread').flatMap(({ name, ...thread }) => {
    const own = stages.filter((stage) => stage.thread === name);
    const hasMoved = [thread, ...own].some(({ day, at }) => isSince(instantOn(day, at)));
    const history = own.map(({ stage, from, quote }) => ({ stage, quotes: [{ id: from, quote }] }));
    return hasMoved ? [{ name, stages: history }] : [];
  });
}

function measuresOf(course: GoldenCourse, answers: readonly GivenAnswer[]): BriefContent['measures'] {
  const results = answers.flatMap((given) => {
    const body = given.withdrawn ? null : resultOf(course, given);
    return body && body.total !== null ? [{ ...body, total: body.total, id: given.id }] : [];
  });
  return [...new Set(results.map(({ code }) => code))].sort().map((code) => ({
    code,
    points: results.filter((one) => one.code === code).map(({ id, total, label }) => ({ id, total, label })),
  }));
}

/** Prompts of the last 35 days, of those since the last call. */
function unansweredOf(
  course: GoldenCourse,
  lastCall: Temporal.Instant | undefined,
): BriefContent['unanswered'] {
  const now = readAtOf(course);
  const reach = now.subtract({ hours: 35 * 24 });
  const from = lastCall && compare(lastCall, reach) > 0 ? lastCall : reach;
  return eventsOf(course, 'prompt')
    .filter(({ end }) => end !== 'answered')
    .map(({ end, sentOn }) => ({
      end,
      sentAt: instantOn(sentOn, SENT_AT),
      isOver: compare(instantOn(sentOn + OPEN_DAYS, SENT_AT), now) <= 0,
    }))
    .filter(({ sentAt }) => compare(sentAt, from) > 0)
    .sort((a, b) => compare(a.sentAt, b.sentAt))
    .map(({ end, isOver }) => {
      if (end === 'unanswered') return isOver ? 'expired' : 'open';
      return end === 'skipped' ? 'skipped' : 'bounced';
    });
}
