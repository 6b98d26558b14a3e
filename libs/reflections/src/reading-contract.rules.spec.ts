import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { promisedBy, type ReadingFacts, readingPromise, standingPromise } from './reading-contract.rules.js';

// Monday 2 November 2026, 8:30 am in Portland.
const now = Temporal.Instant.from('2026-11-02T16:30:00Z');
const facts: ReadingFacts = {
  nextCallAt: null,
  readingDays: [1, 4],
  locationZone: 'America/Los_Angeles',
  openTo: '18:00:00',
  openDays: [1, 2, 3, 4, 5],
};

describe('the reading contract', () => {
  it('promises a call within seven days, to the minute', () => {
    const nextCallAt = now.add({ hours: 7 * 24 });
    expect(readingPromise({ ...facts, nextCallAt }, now)).toEqual({ kind: 'before-call', at: nextCallAt });
    const later = now.add({ hours: 7 * 24, seconds: 1 });
    expect(readingPromise({ ...facts, nextCallAt: later }, now).kind).toBe('by-day');
  });

  it('does not promise a call that has begun', () => {
    expect(readingPromise({ ...facts, nextCallAt: now }, now).kind).toBe('by-day');
  });

  it('promises the end of the next reading day, never of today', () => {
    const promise = readingPromise(facts, now);
    expect(promise).toEqual({ kind: 'by-day', by: Temporal.Instant.from('2026-11-06T02:00:00Z') });
  });

  it('comes back to the same weekday when it is the only one', () => {
    const promise = readingPromise({ ...facts, readingDays: [1] }, now);
    expect(promise).toEqual({ kind: 'by-day', by: Temporal.Instant.from('2026-11-10T02:00:00Z') });
  });

  it('counts the reading day at the location, over its clock change', () => {
    const friday = Temporal.Instant.from('2026-10-30T16:30:00Z');
    const promise = readingPromise({ ...facts, readingDays: [1] }, friday);
    expect(promise).toEqual({ kind: 'by-day', by: Temporal.Instant.from('2026-11-03T02:00:00Z') });
  });

  it('promises nothing without a call and without reading days', () => {
    expect(readingPromise({ ...facts, readingDays: [] }, now)).toEqual({ kind: 'none' });
  });
});

describe('the promise for what was sent', () => {
  const by = Temporal.Instant.from('2026-11-06T02:00:00Z');

  it('is the one that was made when it was sent, for as long as its day is not over', () => {
    expect(standingPromise(facts, now, now.add({ hours: 48 }))).toEqual({ kind: 'by-day', by });
    expect(standingPromise(facts, now, by)).toEqual({ kind: 'by-day', by });
  });

  it('is none once that day has passed, rather than a new one', () => {
    expect(standingPromise(facts, now, by.add({ seconds: 1 }))).toEqual({ kind: 'none' });
  });

  it('is none once the call it spoke of has begun', () => {
    const nextCallAt = now.add({ hours: 24 });
    const told = standingPromise({ ...facts, nextCallAt }, now, now.add({ hours: 23 }));
    expect(told).toEqual({ kind: 'before-call', at: nextCallAt });
    expect(standingPromise({ ...facts, nextCallAt }, now, nextCallAt)).toEqual({ kind: 'none' });
  });
});

describe('what was promised when something was sent', () => {
  // Monday 2 November in Portland; reading days are Monday and Thursday, open days Monday to Friday.
  const thursday = Temporal.Instant.from('2026-11-06T02:00:00Z');
  const tuesday = Temporal.Instant.from('2026-11-04T02:00:00Z');

  it('is the start of a call within seven days, else the end of the next reading day', () => {
    const nextCallAt = now.add({ hours: 70 });
    expect(promisedBy({ ...facts, nextCallAt }, 'can-wait', now)).toEqual(nextCallAt);
    expect(promisedBy(facts, 'can-wait', now)).toEqual(thursday);
  });

  it('is the end of the next open day for what cannot wait', () => {
    expect(promisedBy(facts, 'next-working-day', now)).toEqual(tuesday);
    const friday = Temporal.Instant.from('2026-11-06T16:30:00Z');
    const monday = Temporal.Instant.from('2026-11-10T02:00:00Z');
    expect(promisedBy({ ...facts, readingDays: [3] }, 'next-working-day', friday)).toEqual(monday);
  });

  it('keeps to a call that comes before the end of that day', () => {
    const nextCallAt = now.add({ hours: 20 });
    expect(promisedBy({ ...facts, nextCallAt }, 'next-working-day', now)).toEqual(nextCallAt);
  });

  it('is nothing where nobody reads, whatever was asked', () => {
    for (const wait of ['can-wait', 'next-working-day'] as const) {
      expect(promisedBy({ ...facts, readingDays: [] }, wait, now)).toBeNull();
    }
  });

  it('falls back to the reading day in a place that is never open', () => {
    expect(promisedBy({ ...facts, openDays: [] }, 'next-working-day', now)).toEqual(thursday);
  });

  it('never comes later because somebody asked for sooner, and is never in the past', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(
        days,
        days,
        fc.option(fc.integer({ min: 1, max: 24 * 20 }), { nil: null }),
        fc.integer({ min: 0, max: 24 * 400 }),
        (readingDays, openDays, callIn, hours) => {
          const sentAt = now.add({ hours });
          const nextCallAt = callIn === null ? null : sentAt.add({ hours: callIn });
          const known = { ...facts, readingDays, openDays, nextCallAt };
          const ordinary = promisedBy(known, 'can-wait', sentAt);
          const sooner = promisedBy(known, 'next-working-day', sentAt);
          expect(sooner === null).toBe(ordinary === null);
          if (!ordinary || !sooner) return;
          expect(Temporal.Instant.compare(sooner, ordinary)).toBeLessThanOrEqual(0);
          expect(Temporal.Instant.compare(sooner, sentAt)).toBe(1);
        },
      ),
    );
  });
});
