import type { KetamineSessionView } from '../../../api-client/views.js';

/** The first ketamine session that a sign was agreed before, planned or held; null: none has come since. */
export function sessionAfter(
  agreedAt: string,
  sessions: readonly Pick<KetamineSessionView, 'heldAt' | 'status'>[],
): string | null {
  const after = sessions
    .filter(({ heldAt, status }) => (status === 'planned' || status === 'completed') && heldAt > agreedAt)
    .map(({ heldAt }) => heldAt)
    .sort();
  return after[0] ?? null;
}
