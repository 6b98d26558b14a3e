import { instantOf } from './validators.js';

describe('an instant that was sent', () => {
  it('is read to the millisecond, whatever its offset', () => {
    expect(instantOf('2026-10-22T14:00:00.1234567-06:00').toString()).toBe('2026-10-22T20:00:00.123Z');
  });
});
