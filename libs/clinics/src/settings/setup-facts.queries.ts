import type { Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { knownHelpLinesFor } from '../help-lines.data.js';
import type { CrisisContactKind, RosterKind } from './settings.types.js';
import type { SetupFacts } from './setup.rules.js';

interface SetupRow {
  set_up_at: Date | null;
  country: string;
  reading_days: number[];
  location_saved: boolean;
  crisis_contacts: CrisisContactKind[];
  sender_verified: boolean;
  rosters: RosterKind[];
  has_client: boolean;
}

/** What is known of the clinic. Of its clients: whether there is one, nothing else. @throws NotFound */
export async function setupFacts(tx: Tx): Promise<{ facts: SetupFacts; setUpAt: Date | null }> {
  const [row] = await tx.query<SetupRow>(
    `select c.set_up_at, c.country, c.reading_days,
       exists (select 1 from locations l where l.clinic_id = c.clinic_id and l.version > 1) as location_saved,
       array(select h.kind from crisis_contacts h where h.clinic_id = c.clinic_id) as crisis_contacts,
       exists (select 1 from clinic_senders s where s.clinic_id = c.clinic_id
         and s.verified_at is not null) as sender_verified,
       array(select r.kind from rosters r where r.clinic_id = c.clinic_id and not exists (
         select 1 from staff_members s where s.clinic_id = r.clinic_id and s.status <> 'active'
           and s.id in (r.responder_id, r.backup_id, r.lead_id))) as rosters,
       exists (select 1 from clients k where k.clinic_id = c.clinic_id) as has_client
     from clinics c where c.clinic_id = $1`,
    [tx.actor.clinicId],
  );
  if (!row) throw new NotFound('clinic');
  const facts = {
    locationSaved: row.location_saved,
    countryLinesKnown: knownHelpLinesFor(row.country) !== null,
    crisisContacts: row.crisis_contacts,
    readingDays: row.reading_days,
    senderVerified: row.sender_verified,
    rosters: row.rosters,
    hasClient: row.has_client,
  };
  return { facts, setUpAt: row.set_up_at };
}
