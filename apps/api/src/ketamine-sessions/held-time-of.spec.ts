import { Invalid } from '@app/platform/errors/errors.js';
import { heldTimeIfAny, heldTimeOf, type HeldTimeForms } from './held-time-of.js';

describe('when a ketamine session is held', () => {
  it('is an instant, to the millisecond', () => {
    expect(heldTimeOf({ heldAt: '2026-11-02T14:00:00-07:00' })).toEqual({
      heldAt: expect.objectContaining({ epochMilliseconds: Date.UTC(2026, 10, 2, 21) }),
    });
  });

  it('is a date with a time', () => {
    const local = { heldOn: '2026-11-02', time: '14:00' };
    expect(heldTimeOf(local)).toEqual(local);
  });

  it.each<[string, HeldTimeForms, string]>([
    ['both forms', { heldAt: '2026-11-02T14:00:00Z', heldOn: '2026-11-02', time: '14:00' }, 'heldAt'],
    ['an instant with half the other', { heldAt: '2026-11-02T14:00:00Z', time: '14:00' }, 'heldAt'],
    ['a date alone', { heldOn: '2026-11-02' }, 'time'],
    ['a time alone', { time: '14:00' }, 'heldOn'],
    ['nothing', {}, 'heldAt'],
  ])('is refused with %s, naming the field', (_, forms, field) => {
    expect(() => heldTimeOf(forms)).toThrow(Invalid);
    expect(() => heldTimeOf(forms)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ field })] }) as Error,
    );
  });

  it('may be left alone when something else is changed', () => {
    expect(heldTimeIfAny({})).toBeUndefined();
  });
});
