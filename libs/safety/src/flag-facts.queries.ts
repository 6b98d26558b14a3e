import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { SafetyFlag } from './safety-flag.entity.js';

/**
 * How far somebody sees into a flag: `words` all of it; `duty` all of it while it is open; `body` what it rests on
 * without the client's sentences; `contact` that somebody asked for a call.
 */
export type FlagReach = 'words' | 'duty' | 'body' | 'contact';

export interface FlagFacts {
  reach: FlagReach;
  /** Opened by this person since it was raised or rose. */
  openedByMe: boolean;
  /** Whose notice a mail server took, first ones first. */
  toldIds: string[];
  escalatedAt: Temporal.Instant | null;
}

interface EventRow {
  flag_id: string;
  opened: boolean;
  told: string[];
  escalated_at: Date | null;
}

/** What else is to be known of flags that this actor has just seen. */
export async function flagFacts(
  tx: Tx,
  flags: readonly Pick<SafetyFlag, 'id' | 'clientId'>[],
): Promise<Map<string, FlagFacts>> {
  if (flags.length === 0) return new Map();
  const [mine] = await tx.query<{ words: string[]; care: string[]; duty: string[] }>(
    'select app_word_clients() as words, app_care_clients() as care, app_duty_flags() as duty',
  );
  const rows = await tx.query<EventRow>(
    `select e.flag_id,
       coalesce(max(e.at) filter (where e.kind = 'opened' and e.staff_member_id = $3)
         >= max(e.at) filter (where e.kind in ('raised', 'risen')), false) as opened,
       coalesce(array_agg(e.staff_member_id order by e.at, e.id)
         filter (where e.kind = 'told' and e.staff_member_id is not null), '{}') as told,
       max(e.at) filter (where e.kind in ('escalated', 'late')) as escalated_at
     from safety_events e where e.clinic_id = $1 and e.flag_id = any ($2) group by e.flag_id`,
    [tx.actor.clinicId, flags.map(({ id }) => id), tx.actor.kind === 'staff' ? tx.actor.staffMemberId : null],
  );
  const events = new Map(rows.map((row) => [row.flag_id, row]));
  return new Map(
    flags.map(({ id, clientId }) => {
      const row = events.get(id);
      return [
        id,
        {
          reach: reachOf(id, clientId, mine!),
          openedByMe: row?.opened ?? false,
          toldIds: [...new Set(row?.told)],
          escalatedAt: row?.escalated_at ? toInstant(row.escalated_at) : null,
        },
      ];
    }),
  );
}

function reachOf(
  flagId: string,
  clientId: string,
  { words, care, duty }: { words: string[]; care: string[]; duty: string[] },
): FlagReach {
  if (words.includes(clientId)) return 'words';
  if (duty.includes(flagId)) return 'duty';
  return care.includes(clientId) ? 'body' : 'contact';
}
