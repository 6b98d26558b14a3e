import type { FlagColour, NoticeReason } from './flag.types.js';

/** Who could be told, as they stand now: in place of somebody who is away whoever covers, nobody who has left. */
export interface People {
  responder: string | null;
  backup: string | null;
  lead: string | null;
  /** Somebody outside the clinic stands behind the responder. */
  hasOutsideBackup: boolean;
  /** Who said "I will call by …". */
  claimant: string | null;
  /** The client's practitioners in the seats `words` and `body`, with whoever covers for them. */
  team: readonly string[];
  /** Admins and coordinators. */
  office: readonly string[];
}

export interface Receivers {
  staff: string[];
  outside: boolean;
}

/**
 * Whom to tell. Where nobody stands on the roster, the care team; where there is none, the clinic's office: never
 * nobody, as long as anybody works there. Going further means further up, so there the office comes first.
 */
export function receiversOf(
  telling: { reason: NoticeReason; colour: FlagColour },
  people: People,
): Receivers {
  const { team, office, lead } = people;
  const isFurther = telling.reason === 'not-accepted' || telling.reason === 'unclaimed';
  const fallbacks = isFurther ? [office, team] : [lead ? [lead] : [], team, office];
  const candidates = [wantedOf(telling, people), ...fallbacks].map(named);
  return {
    staff: candidates.find((ids) => ids.length > 0) ?? [],
    outside: people.hasOutsideBackup && !isFurther && telling.colour === 'red',
  };
}

function wantedOf(
  { reason, colour }: { reason: NoticeReason; colour: FlagColour },
  { responder, backup, lead, claimant }: People,
): (string | null)[] {
  switch (reason) {
    case 'raised':
      return colour === 'red' ? [responder, backup] : [responder];
    case 'risen':
      return [responder, backup];
    case 'not-accepted':
    case 'unclaimed':
      return [lead];
    // Whoever promised the call too, on the roster or not.
    case 'overdue':
      return responder || backup || lead ? [responder, backup, lead, claimant] : [];
  }
}

function named(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
