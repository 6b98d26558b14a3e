import type { BreakGlassAccess } from './break-glass-access.entity.js';

/** A client of the clinic, found by name. */
export class FoundClientView {
  clientId!: string;
  name!: string;
}

export class BreakGlassView {
  id!: string;
  clientId!: string;
  /** Empty once erased. */
  clientName!: string;
  /** Who opened it. */
  staffMemberId!: string;
  name!: string;
  reason!: string;
  openedAt!: string;
  /** From then on it is closed, unless it was ended before. */
  endsAt!: string;
  endedAt!: string | null;
}

interface BreakGlassFacts {
  reason: string;
  clientName: string;
  name: string;
}

export function breakGlassView(access: BreakGlassAccess, facts: BreakGlassFacts): BreakGlassView {
  return {
    id: access.id,
    clientId: access.clientId,
    clientName: facts.clientName,
    staffMemberId: access.staffMemberId,
    name: facts.name,
    reason: facts.reason,
    openedAt: access.openedAt.toString(),
    endsAt: access.endsAt.toString(),
    endedAt: access.endedAt?.toString() ?? null,
  };
}
