import { type DispatchFacts, refusalOfDispatch } from './dispatch.rules.js';

const sendable: DispatchFacts = {
  clientId: 'c',
  promptStatus: 'scheduled',
  mailingStatus: 'scheduled',
  retried: false,
  clientStatus: 'active',
  stopped: false,
  suppressed: false,
  consented: true,
  resting: false,
  readable: true,
  answered: true,
  neededSession: null,
};

describe('sending a prompt now', () => {
  it.each<[string, Partial<DispatchFacts>]>([
    ['that waits for its time', {}],
    ['whose session happened', { neededSession: 'completed' }],
    ['that found no free day', { promptStatus: 'superseded', mailingStatus: 'withdrawn' }],
    ['that the far end refused', { mailingStatus: 'failed' }],
    ['once more, when nobody knows whether it arrived', { promptStatus: 'sent', mailingStatus: 'unknown' }],
  ])('is for one %s', (_, over) => {
    expect(refusalOfDispatch({ ...sendable, ...over })).toBeNull();
  });

  it.each<[string, Partial<DispatchFacts>, string]>([
    ['a client who is on hold', { clientStatus: 'on_hold' }, 'not-active'],
    ['a client who was discharged', { clientStatus: 'discharged' }, 'not-active'],
    ['a client who went elsewhere', { clientStatus: 'transferred' }, 'not-active'],
    ['a client who died', { clientStatus: 'died' }, 'not-active'],
    ['a client who said stop', { stopped: true }, 'stopped'],
    ['a client who did not agree to e-mail', { consented: false }, 'no-consent'],
    ['an address that takes no mail', { suppressed: true }, 'suppressed'],
    ['a client who rests', { resting: true }, 'resting'],
    ['one whose answer nobody would read', { readable: false }, 'no-reader'],
    ['one that asks about safety while nobody would be told', { answered: false }, 'empty-roster'],
    ['one that is on its way', { mailingStatus: 'sending' }, 'in-flight'],
    ['one that arrived', { promptStatus: 'sent', mailingStatus: 'sent' }, 'closed'],
    [
      'one that was tried again already',
      { promptStatus: 'sent', mailingStatus: 'unknown', retried: true },
      'already-retried',
    ],
    ['one that was answered', { promptStatus: 'answered', mailingStatus: 'sent' }, 'closed'],
    [
      'one that was answered although nobody knew',
      { promptStatus: 'answered', mailingStatus: 'unknown' },
      'closed',
    ],
    ['one that was skipped', { promptStatus: 'skipped', mailingStatus: 'sent' }, 'closed'],
    ['one that expired', { promptStatus: 'expired', mailingStatus: 'unknown' }, 'closed'],
    ['one that was missed', { promptStatus: 'missed', mailingStatus: 'withdrawn' }, 'closed'],
    ['one that staff cancelled', { promptStatus: 'cancelled', mailingStatus: 'withdrawn' }, 'closed'],
    ['one that the schedule took back', { promptStatus: 'withdrawn', mailingStatus: 'withdrawn' }, 'closed'],
    ['a session nobody has marked', { neededSession: 'planned' }, 'not-completed'],
    ['a session that was cancelled', { neededSession: 'cancelled' }, 'not-completed'],
    ['a session the client did not come to', { neededSession: 'no_show' }, 'not-completed'],
  ])('is refused for %s', (_, over, refusal) => {
    expect(refusalOfDispatch({ ...sendable, ...over })).toBe(refusal);
  });

  it('tells the wish of the client before the state of the prompt', () => {
    const both = { ...sendable, stopped: true, promptStatus: 'cancelled' as const };
    expect(refusalOfDispatch(both)).toBe('stopped');
  });

  it('never overrides stop, rest or suppression, not even to try an unknown one again', () => {
    const unknown = { ...sendable, promptStatus: 'sent', mailingStatus: 'unknown' } as const;
    expect(refusalOfDispatch({ ...unknown, stopped: true })).toBe('stopped');
    expect(refusalOfDispatch({ ...unknown, resting: true })).toBe('resting');
    expect(refusalOfDispatch({ ...unknown, suppressed: true })).toBe('suppressed');
  });
});
