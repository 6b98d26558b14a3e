import { Temporal } from 'temporal-polyfill';
import { promisedBy, type ReadingFacts } from './reading-contract.rules.js';
import { promiseAfterChange, promiseForSent } from './sent-promise.rules.js';

// Monday 2 November 2026, 8:30 am in Portland.
const sentAt = Temporal.Instant.from('2026-11-02T16:30:00Z');
const facts: ReadingFacts = {
  nextCallAt: null,
  readingDays: [4],
  locationZone: 'America/Los_Angeles',
  openTo: '18:00:00',
  openDays: [1, 2, 3, 4, 5],
};
const tuesday = Temporal.Instant.from('2026-11-04T02:00:00Z');
const thursday = Temporal.Instant.from('2026-11-06T02:00:00Z');

describe('the promise for what was sent', () => {
  it('is the next working day where that was asked for, until it is over', () => {
    const wait = 'next-working-day' as const;
    const sent = { sentAt, wait, promisedBy: promisedBy(facts, wait, sentAt) };
    expect(promiseForSent(facts, sent, sentAt)).toEqual({ kind: 'by-day', by: tuesday });
    expect(promiseForSent(facts, sent, tuesday)).toEqual({ kind: 'by-day', by: tuesday });
    expect(promiseForSent(facts, sent, tuesday.add({ seconds: 1 }))).toEqual({ kind: 'none' });
  });

  it('is a call where that comes first', () => {
    const nextCallAt = sentAt.add({ hours: 3 });
    const withCall = { ...facts, nextCallAt };
    const sent = {
      sentAt,
      wait: 'next-working-day' as const,
      promisedBy: promisedBy(withCall, 'next-working-day', sentAt),
    };
    expect(promiseForSent(withCall, sent, sentAt)).toEqual({ kind: 'before-call', at: nextCallAt });
  });

  it('is the ordinary one where it can wait', () => {
    const sent = { sentAt, wait: 'can-wait' as const, promisedBy: thursday };
    expect(promiseForSent(facts, sent, sentAt)).toEqual({ kind: 'by-day', by: thursday });
  });

  it('stands after a change of the words, and is made anew after another wish', () => {
    const before = { sentAt, wait: 'can-wait' as const, promisedBy: thursday };
    const later = sentAt.add({ hours: 24 });
    expect(promiseAfterChange(facts, before, 'can-wait', later)).toEqual(thursday);
    const wednesday = Temporal.Instant.from('2026-11-05T02:00:00Z');
    expect(promiseAfterChange(facts, before, 'next-working-day', later)).toEqual(wednesday);
  });
});
