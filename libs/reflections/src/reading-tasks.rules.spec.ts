import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  readingTasks,
  type SeatedReader,
  toReadUntil,
  type UnreadReflection,
} from './reading-tasks.rules.js';

// Thursday 19 November 2026, 6 pm in Boise.
const promisedBy = Temporal.Instant.from('2026-11-20T01:00:00Z');
const dayBefore = promisedBy.subtract({ hours: 24 });
const late = promisedBy.add({ seconds: 1 });

const seat = (staffMemberId: string, wishes: Partial<SeatedReader> = {}): SeatedReader => ({
  staffMemberId,
  seat: 'words',
  isAway: false,
  coverIds: [],
  ...wishes,
});
const away = (staffMemberId: string, ...coverIds: string[]) =>
  seat(staffMemberId, { isAway: true, coverIds });
const unread = (wishes: Partial<UnreadReflection> = {}): UnreadReflection => ({
  clientId: 'rowan',
  sentAt: promisedBy.subtract({ hours: 60 }),
  promisedBy,
  timeZone: 'America/Boise',
  callerId: null,
  readers: [seat('maren')],
  ...wishes,
});
const whoHasIt = (one: UnreadReflection, now: Temporal.Instant) =>
  ['maren', 'ines', 'teo', 'sup', 'lead'].filter((who) => readingTasks([one], who, now).length > 0);

describe('a reading task', () => {
  it('begins a day before the promise, not a second earlier', () => {
    expect(readingTasks([unread()], 'maren', dayBefore.subtract({ seconds: 1 }))).toEqual([]);
    expect(readingTasks([unread()], 'maren', dayBefore)).toMatchObject([
      { state: 'nearing', asCover: false },
    ]);
  });

  it('begins with the promised day at the latest, on a day of 25 hours too', () => {
    const by = Temporal.ZonedDateTime.from('2026-11-01T23:45[America/Boise]').toInstant();
    const midnight = Temporal.ZonedDateTime.from('2026-11-01T00:00[America/Boise]').toInstant();
    const one = unread({ promisedBy: by });
    expect(readingTasks([one], 'maren', midnight)).toHaveLength(1);
    expect(readingTasks([one], 'maren', midnight.subtract({ seconds: 1 }))).toEqual([]);
  });

  it('is broken once the promised time has passed', () => {
    expect(readingTasks([unread()], 'maren', promisedBy)[0]!.state).toBe('nearing');
    expect(readingTasks([unread()], 'maren', late)[0]!.state).toBe('broken');
  });

  it('is one a client, with the first promise and the longest wait, the most urgent client first', () => {
    const later = unread({ promisedBy: promisedBy.add({ hours: 2 }), sentAt: dayBefore });
    const priya = unread({ clientId: 'priya', promisedBy: promisedBy.subtract({ hours: 3 }) });
    expect(readingTasks([later, unread(), priya], 'maren', dayBefore.add({ hours: 5 }))).toMatchObject([
      { clientId: 'priya', reflectionCount: 1 },
      { clientId: 'rowan', reflectionCount: 2, promisedBy, oldestSentAt: unread().sentAt },
    ]);
  });

  describe('while the promise nears', () => {
    const nearing = (wishes: Partial<UnreadReflection>) => whoHasIt(unread(wishes), dayBefore);

    it('is of whoever has read for the client longest, before any supervisor', () => {
      const readers = [seat('sup', { seat: 'supervisor' }), seat('maren'), seat('ines')];
      expect(nearing({ readers })).toEqual(['maren']);
      expect(nearing({ readers: readers.slice(0, 1) })).toEqual(['sup']);
    });

    it('is of whoever holds the call the promise spoke of', () => {
      expect(nearing({ readers: [seat('maren'), seat('ines')], callerId: 'ines' })).toEqual(['ines']);
    });

    it('is of the cover at once while the reader is away, and not of the reader', () => {
      expect(nearing({ readers: [away('maren', 'teo')] })).toEqual(['teo']);
      const [task] = readingTasks([unread({ readers: [away('maren', 'teo')] })], 'teo', dayBefore);
      expect(task).toMatchObject({ asCover: true });
    });

    it('is also of the colleague whom the page names then', () => {
      expect(nearing({ readers: [away('maren', 'teo'), seat('ines')] })).toEqual(['ines', 'teo']);
    });

    it('stays with a reader who is away without anybody else', () => {
      expect(nearing({ readers: [away('maren')] })).toEqual(['maren']);
    });

    it('is not of the cover of somebody who was not to read it', () => {
      expect(nearing({ readers: [seat('maren'), away('ines', 'teo')] })).toEqual(['maren']);
    });
  });

  it('is of everybody who reads this client’s words once it was broken, and of nobody else', () => {
    const readers = [away('maren', 'teo'), seat('ines'), seat('sup', { seat: 'supervisor' })];
    expect(whoHasIt(unread({ readers }), late)).toEqual(['maren', 'ines', 'teo', 'sup']);
  });

  it('is not lost: while anybody reads this client’s words, somebody has it', () => {
    const people = ['maren', 'ines', 'teo', 'sup'];
    const reader = fc.record({
      staffMemberId: fc.constantFrom(...people),
      seat: fc.constantFrom('words' as const, 'supervisor' as const),
      isAway: fc.boolean(),
      coverIds: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 2 }),
    });
    const readers = fc.uniqueArray(reader, { minLength: 1, selector: (one) => one.staffMemberId });
    const caller = fc.option(fc.constantFrom(...people), { nil: null });
    fc.assert(
      fc.property(readers, caller, fc.integer({ min: 0, max: 90 }), (team, callerId, hours) => {
        const one = unread({ readers: team, callerId });
        const now = dayBefore.add({ hours });
        const has = people.filter((who) => readingTasks([one], who, now).length > 0);
        const reach = team.flatMap(({ staffMemberId, coverIds }) => [staffMemberId, ...coverIds]);
        expect(has).not.toEqual([]);
        expect(has.filter((who) => !reach.includes(who))).toEqual([]);
      }),
    );
  });
});

describe('what is to be read until a day ends', () => {
  const until = promisedBy.add({ hours: 6 });
  const now = promisedBy.subtract({ hours: 40 });

  it('counts what nears within it for its reader alone, before it is a task', () => {
    const next = unread({ promisedBy: until.add({ seconds: 1 }) });
    const readers = [seat('maren'), seat('ines')];
    expect(toReadUntil([unread({ readers }), next], 'maren', now, until)).toBe(1);
    expect(toReadUntil([unread({ readers }), next], 'ines', now, until)).toBe(0);
  });

  it('counts what was broken for everybody who reads the words', () => {
    const readers = [seat('maren'), seat('ines')];
    expect(toReadUntil([unread({ readers })], 'ines', late, until)).toBe(1);
  });
});
