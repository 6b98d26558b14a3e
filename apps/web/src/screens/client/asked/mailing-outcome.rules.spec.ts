import type { DeliveryEventView } from '../../../api-client/mailing.types.js';
import { eventFor, openEvents, outcomeOf, reasonOf } from './mailing-outcome.rules.js';

const event = (
  kind: DeliveryEventView['kind'],
  more: Partial<DeliveryEventView> = {},
): DeliveryEventView => ({
  id: `${kind}-${more.at ?? ''}`,
  kind,
  statusCode: null,
  at: '2026-11-03T09:00:00Z',
  settledAt: null,
  ...more,
});

describe('what became of an e-mail', () => {
  it('is what we know of its sending while no mail server has said more', () => {
    expect(outcomeOf({ status: 'unknown', events: [] })).toBe('unknown');
  });

  it('is that it came back, although it was sent', () => {
    expect(outcomeOf({ status: 'sent', events: [event('delayed'), event('bounced')] })).toBe('bounced');
  });

  it('is that it was unwanted, before anything else', () => {
    const events = [event('complained'), event('bounced'), event('bounced-for-now')];
    expect(outcomeOf({ status: 'sent', events })).toBe('complained');
    expect(outcomeOf({ status: 'sent', events: events.toReversed() })).toBe('complained');
  });

  it('is told by the newest report of its kind', () => {
    const newest = event('bounced-for-now', { at: '2026-11-05T09:00:00Z' });
    const events = [
      event('bounced-for-now'),
      newest,
      event('bounced-for-now', { at: '2026-11-04T09:00:00Z' }),
    ];
    expect(eventFor(events)).toBe(newest);
    expect(eventFor([])).toBeNull();
  });
});

describe('what is left to see to', () => {
  it('is neither what somebody saw to, nor a mail that is still under way', () => {
    const open = event('bounced');
    const settled = event('complained', { settledAt: '2026-11-04T09:00:00Z' });
    expect(openEvents([open, settled, event('delayed')])).toEqual([open]);
  });
});

describe('the reason by status code', () => {
  it.each([
    ['5.1.1', 'no-mailbox'],
    ['550 5.1.1', 'no-mailbox'],
    ['5.1.2', 'no-place'],
    ['5.1.10', 'no-place'],
    ['5.1.6', 'moved'],
    ['5.2.1', 'closed'],
    ['4.2.2', 'full'],
    ['5.2.3', 'too-large'],
    ['4.4.1', 'away'],
    ['4.4.7', 'waited'],
    ['5.7.1', 'refused'],
    ['554 5.7.26', 'refused'],
    ['5.0.0', 'other'],
    ['5.6.0', 'other'],
    ['550', 'other'],
    ['ETIMEDOUT', 'other'],
  ])('%s is %s', (code, reason) => {
    expect(reasonOf(code)).toBe(reason);
  });

  it('is none without a code, as with complaints', () => {
    expect(reasonOf(null)).toBeNull();
  });
});
