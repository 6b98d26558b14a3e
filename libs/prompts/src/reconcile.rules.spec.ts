import { Temporal } from 'temporal-polyfill';
import type { PlannedPrompt, PromptStatus } from './prompt-schedule.types.js';
import { type ExistingPrompt, reconcile } from './reconcile.rules.js';

const now = Temporal.Instant.from('2026-10-23T12:00:00Z');

function wanted(over: Partial<PlannedPrompt> = {}): PlannedPrompt {
  return {
    key: 'step/s1/0',
    stepId: 'step',
    anchorId: 's1',
    occurrence: 0,
    status: 'scheduled',
    nominalAt: now.add({ hours: 1 }),
    sendAt: now.add({ hours: 2 }),
    sendUntil: now.add({ hours: 8 }),
    limitAt: now.add({ hours: 25 }),
    needsSessionId: 's1',
    priority: 'arc',
    localTime: '2026-10-23T08:00',
    reasons: [{ code: 'quiet-hours', params: { from: '07:00', to: '08:00' } }],
    ...over,
  };
}

function row(status: PromptStatus = 'scheduled', over: Partial<ExistingPrompt> = {}): ExistingPrompt {
  const { stepId: _s, anchorId: _a, occurrence: _o, ...timing } = wanted();
  return { ...timing, id: 'row', version: 3, handedOver: false, ...over, status };
}

const nothing = { insert: [], update: [], close: [] };
const FINAL = ['answered', 'skipped', 'expired', 'missed', 'cancelled'] as const;
const RETURNING = ['withdrawn', 'rested', 'superseded', 'suppressed'] as const;

describe('an edited step', () => {
  const asking = { templateCode: 'what-stayed', templateVersion: 1, openDays: 14, informs: false };
  const swapped = { ...asking, templateCode: 'small-shift' };

  it.each<[string, Partial<typeof asking>]>([
    ['another prompt', { templateCode: 'small-shift' }],
    ['another version of its prompt', { templateVersion: 2 }],
    ['other open days', { openDays: 7 }],
    ['nothing any more', { informs: true }],
  ])('that asks %s takes its unsent prompts along', (_what, over) => {
    const wish = { ...wanted(), asking: { ...asking, ...over } };
    const { update } = reconcile([row('scheduled', { asking })], [wish], now);
    expect(update).toMatchObject([{ id: 'row', asking: { ...asking, ...over } }]);
    expect(reconcile([row('scheduled', { asking: wish.asking })], [wish], now)).toEqual(nothing);
  });

  it('never rewrites what was sent', () => {
    const wish = [{ ...wanted(), asking: swapped }];
    expect(reconcile([row('sent', { asking })], wish, now)).toEqual(nothing);
    expect(reconcile([row('scheduled', { asking, handedOver: true })], wish, now)).toEqual(nothing);
  });
});

describe('reconciling rows with the schedule', () => {
  it('inserts what is new, whatever its status', () => {
    const wish = [
      wanted(),
      wanted({ key: 'b', status: 'rested' }),
      wanted({ key: 'c', status: 'superseded' }),
    ];
    expect(reconcile([], wish, now)).toEqual({ ...nothing, insert: wish });
  });

  it('leaves a row alone that stands as it should, in whatever order its reasons were stored', () => {
    const reasons = [{ code: 'quiet-hours' as const, params: { to: '08:00', from: '07:00' } }];
    expect(reconcile([row('scheduled', { reasons })], [wanted()], now)).toEqual(nothing);
  });

  const later = now.add({ hours: 3 });
  it.each<[string, Partial<PlannedPrompt>]>([
    ['status', { status: 'superseded' }],
    ['nominal instant', { nominalAt: later }],
    ['time', { sendAt: later }],
    ['window', { sendUntil: later }],
    ['limit', { limitAt: later }],
    ['session', { needsSessionId: 's2' }],
    ['priority', { priority: 'measure' }],
    ['wording', { localTime: '2026-10-23T09:00' }],
    ['reasons', { reasons: [] }],
    [
      'parameters of a reason',
      { reasons: [{ code: 'quiet-hours', params: { from: '07:00', to: '09:00' } }] },
    ],
  ])('updates a scheduled row with another %s', (_, over) => {
    const { key: _k, stepId: _s, anchorId: _a, occurrence: _o, ...timing } = wanted(over);
    expect(reconcile([row()], [wanted(over)], now)).toEqual({
      ...nothing,
      update: [{ id: 'row', version: 3, ...timing }],
    });
  });

  it('withdraws a scheduled row nobody wants any more', () => {
    expect(reconcile([row()], [], now)).toEqual({
      ...nothing,
      close: [{ id: 'row', version: 3, status: 'withdrawn' }],
    });
  });

  it('marks it missed once its limit has passed', () => {
    expect(reconcile([row('scheduled', { limitAt: now })], [], now).close).toEqual([
      { id: 'row', version: 3, status: 'missed' },
    ]);
  });

  it.each(FINAL)('never changes a row that is %s', (status) => {
    expect(reconcile([row(status)], [wanted({ sendAt: later })], now)).toEqual(nothing);
    expect(reconcile([row(status, { limitAt: now })], [], now)).toEqual(nothing);
  });

  it('never rewrites what was sent', () => {
    expect(reconcile([row('sent')], [wanted({ sendAt: later })], now)).toEqual(nothing);
    expect(reconcile([row('sent')], [], now)).toEqual(nothing);
  });

  it('takes a row whose mailing was handed over as sent', () => {
    const handedOver = row('scheduled', { handedOver: true, limitAt: now });
    expect(reconcile([handedOver], [wanted({ sendAt: later })], now)).toEqual(nothing);
    expect(reconcile([handedOver], [], now)).toEqual(nothing);
  });

  it.each(RETURNING)('brings back a row that was %s while its time is ahead', (status) => {
    expect(reconcile([row(status)], [wanted()], now).update).toMatchObject([
      { id: 'row', status: 'scheduled' },
    ]);
    expect(reconcile([row(status)], [wanted({ sendAt: now })], now)).toEqual(nothing);
  });

  it.each(RETURNING)('leaves a row that is %s and not wanted, also past its limit', (status) => {
    expect(reconcile([row(status, { limitAt: now })], [], now)).toEqual(nothing);
  });
});
