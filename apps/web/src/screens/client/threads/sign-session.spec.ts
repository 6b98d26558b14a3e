import { sessionAfter } from './sign-session.js';

const AGREED = '2026-10-20T16:00:00Z';
const held = (heldAt: string, status: 'planned' | 'completed' | 'cancelled' | 'no_show' = 'completed') => ({
  heldAt,
  status,
});

describe('the ketamine session that a sign was agreed before', () => {
  it('is the first that was held or is planned after it', () => {
    const [earlier, next, later] = ['2026-10-13', '2026-10-22', '2026-10-29'].map((on) => `${on}T15:00:00Z`);
    expect(sessionAfter(AGREED, [held(later!, 'planned'), held(next!), held(earlier!)])).toBe(next);
    expect(sessionAfter(AGREED, [held(earlier!)])).toBeNull();
  });

  it('is none that did not take place', () => {
    const at = '2026-10-22T15:00:00Z';
    expect(sessionAfter(AGREED, [held(at, 'cancelled'), held(at, 'no_show')])).toBeNull();
  });
});
