import { Temporal } from 'temporal-polyfill';

/** Who reads a client's words by their seat. */
export interface SeatedReader {
  staffMemberId: string;
  seat: 'words' | 'supervisor';
  isAway: boolean;
  /** Who reads in their place now; only while they are away. */
  coverIds: readonly string[];
}

/** Something nobody has read yet, with what its client was told about reading. */
export interface UnreadReflection {
  clientId: string;
  sentAt: Temporal.Instant;
  promisedBy: Temporal.Instant;
  /** IANA zone of the client's location, where the promised day is. */
  timeZone: string;
  /** Who holds the call the promise spoke of, or null. */
  callerId: string | null;
  /** Longest on the care team first. */
  readers: readonly SeatedReader[];
}

/** What a client sent waits for a reader. Not reach: whoever may not read the words has no task either. */
export interface ReadingTask {
  clientId: string;
  reflectionCount: number;
  oldestSentAt: Temporal.Instant;
  /** The first of the promises. */
  promisedBy: Temporal.Instant;
  state: 'nearing' | 'broken';
  /** For a colleague who is away. */
  asCover: boolean;
}

const NEARING_HOURS = 24;

/** Longest time before a promise at which it may be nearing, in hours: a day with a clock change has 25. */
export const NEARING_AT_MOST_HOURS = 26;

/**
 * One person's reading tasks, one a client, the first promise first. A promise that nears is its reader's, and a
 * cover's while the reader is away; one that was broken is everybody's who reads this client's words.
 */
export function readingTasks(
  unread: readonly UnreadReflection[],
  staffMemberId: string,
  now: Temporal.Instant,
): ReadingTask[] {
  const due = unread.filter(
    (one) => isAfterOrAt(now, nearingFrom(one)) && concerns(one, now).includes(staffMemberId),
  );
  const clientIds = [...new Set(due.map(({ clientId }) => clientId))];
  return clientIds
    .map((id) =>
      taskOf(
        due.filter(({ clientId }) => clientId === id),
        staffMemberId,
        now,
      ),
    )
    .sort(
      (a, b) => Temporal.Instant.compare(a.promisedBy, b.promisedBy) || (a.clientId < b.clientId ? -1 : 1),
    );
}

/** How many reflections this person is to read until then, or should have read. */
export function toReadUntil(
  unread: readonly UnreadReflection[],
  staffMemberId: string,
  now: Temporal.Instant,
  until: Temporal.Instant,
): number {
  return unread.filter(
    (one) => isAfterOrAt(until, one.promisedBy) && concerns(one, now).includes(staffMemberId),
  ).length;
}

function taskOf(
  unread: readonly UnreadReflection[],
  staffMemberId: string,
  now: Temporal.Instant,
): ReadingTask {
  const { clientId, readers } = unread[0]!;
  return {
    clientId,
    reflectionCount: unread.length,
    oldestSentAt: earliest(unread.map(({ sentAt }) => sentAt)),
    promisedBy: earliest(unread.map(({ promisedBy }) => promisedBy)),
    state: unread.some((one) => isBroken(one, now)) ? 'broken' : 'nearing',
    asCover: !readers.some((reader) => reader.staffMemberId === staffMemberId),
  };
}

/** A day before, and never later than the start of the promised day. */
function nearingFrom({ promisedBy, timeZone }: UnreadReflection): Temporal.Instant {
  return earliest([
    promisedBy.subtract({ hours: NEARING_HOURS }),
    promisedBy.toZonedDateTimeISO(timeZone).startOfDay().toInstant(),
  ]);
}

function isBroken({ promisedBy }: UnreadReflection, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, promisedBy) > 0;
}

function concerns(unread: UnreadReflection, now: Temporal.Instant): string[] {
  return isBroken(unread, now) ? everybodyWhoReads(unread) : whoIsToRead(unread);
}

function everybodyWhoReads({ readers }: UnreadReflection): string[] {
  return readers.flatMap(({ staffMemberId, coverIds }) => [staffMemberId, ...coverIds]);
}

/** Whom the page names: who holds the call, else who has read longest; while they are away, whoever is there. */
function whoIsToRead({ readers, callerId }: UnreadReflection): string[] {
  const words = readers.filter(({ seat }) => seat === 'words');
  const inTurn = words.length > 0 ? words : readers;
  const reader = readers.find(({ staffMemberId }) => staffMemberId === callerId) ?? inTurn[0];
  if (!reader) return [];
  const present = inTurn.find(({ isAway }) => !isAway);
  const instead = [...reader.coverIds, ...(present ? [present.staffMemberId] : [])];
  return reader.isAway && instead.length > 0 ? instead : [reader.staffMemberId];
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant {
  return instants.reduce((one, other) => (Temporal.Instant.compare(one, other) <= 0 ? one : other));
}

function isAfterOrAt(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) >= 0;
}
