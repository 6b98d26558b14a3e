import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { insert } from './insert-row.js';
import type { People } from './policy-people.js';

interface Care {
  clinicId: string;
  clientId: string;
  people: People;
}

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** Who stands in for whom, who broke the glass for the client, who was asked to join; settings of the clinic. */
export async function fillCare(admin: Client, care: Care): Promise<void> {
  const { words, body, covers, coversBody, covered, willCover, spared, glass, glassBefore, glassClosed } =
    care.people;
  await anAbsence(admin, care, { of: words, cover: covers, from: -24, until: 24 });
  await anAbsence(admin, care, { of: body, cover: coversBody, from: -24, until: 24 });
  await anAbsence(admin, care, { of: words, cover: covered, from: -72, until: -24 });
  await anAbsence(admin, care, { of: words, cover: willCover, from: 24, until: 48 });
  await anAbsence(admin, care, { of: words, cover: spared, from: -24, until: 24, ended: true });
  // The first is the sample that everybody tries to add.
  await aGlass(admin, care, { by: glass, from: -0.5, until: 0.4 });
  await aGlass(admin, care, { by: glassBefore, from: -1.5, until: -0.6 });
  await aGlass(admin, care, { by: glassClosed, from: -0.5, until: 0.4, ended: true });
  await settings(admin, care);
}

async function anAbsence(
  admin: Client,
  { clinicId }: Care,
  {
    of,
    cover,
    from,
    until,
    ended = false,
  }: { of: string; cover: string; from: number; until: number; ended?: boolean },
): Promise<void> {
  await insert(admin, 'absences', {
    clinic_id: clinicId,
    id: randomUUID(),
    staff_member_id: of,
    cover_id: cover,
    from_on: inHours(from).slice(0, 10),
    until_on: inHours(until).slice(0, 10),
    starts_at: inHours(from),
    ends_at: inHours(until),
    created_by: of,
    created_at: inHours(-100),
    ended_at: ended ? inHours(-1) : null,
    version: 1,
  });
}

async function aGlass(
  admin: Client,
  { clinicId, clientId }: Care,
  { by, from, until, ended = false }: { by: string; from: number; until: number; ended?: boolean },
): Promise<void> {
  await insert(admin, 'break_glass_accesses', {
    clinic_id: clinicId,
    id: randomUUID(),
    client_id: clientId,
    staff_member_id: by,
    reason_sealed: Buffer.from('sealed'),
    opened_at: inHours(from),
    ends_at: inHours(until),
    ended_at: ended ? inHours(-0.1) : null,
  });
}

async function settings(admin: Client, { clinicId, people }: Care): Promise<void> {
  const own = { clinic_id: clinicId };
  const sealed = Buffer.from('sealed');
  await insert(admin, 'invitations', {
    ...own,
    id: randomUUID(),
    email_hash: Buffer.from(randomUUID()),
    email_sealed: sealed,
    name_sealed: sealed,
    roles: ['practitioner'],
    location_id: people.locationId,
    invited_by: people.admin,
    created_at: inHours(-1),
    expires_at: inHours(23),
    version: 1,
  });
  await insert(admin, 'crisis_contacts', {
    ...own,
    kind: 'crisis-line',
    label: 'Line',
    phone: '1',
    note: '',
    verified_on: '2026-11-02',
    version: 1,
  });
  await insert(admin, 'clinic_senders', {
    ...own,
    from_name: 'Fernhollow',
    reply_to_sealed: sealed,
    version: 1,
  });
  await insert(admin, 'measure_definitions', {
    ...own,
    code: 'our-weeks',
    version: 1,
    definition: '{}',
    created_by: people.admin,
    created_at: inHours(-1),
  });
  for (const kind of ['prompt', 'plan']) {
    const id = randomUUID();
    await insert(admin, `${kind}_templates`, { ...own, id, created_at: inHours(-1), version: 1 });
    await insert(admin, `${kind}_template_versions`, {
      ...own,
      template_id: id,
      number: 1,
      content: '{}',
      published_at: inHours(-1),
      published_by: people.words,
    });
  }
  await insert(admin, 'safety_webhooks', {
    ...own,
    url_sealed: sealed,
    secret_sealed: sealed,
    created_at: inHours(-1),
    version: 1,
  });
  const aRoster = {
    ...own,
    location_id: people.locationId,
    open_from: '08:00',
    open_to: '18:00',
    open_days: [1],
    holidays: [],
    version: 1,
  };
  const { words, alone, off, admin: lead } = people;
  await insert(admin, 'rosters', {
    ...aRoster,
    kind: 'psychological',
    responder_id: words,
    backup_id: alone,
    lead_id: lead,
  });
  await insert(admin, 'rosters', { ...aRoster, kind: 'medical', responder_id: off, lead_id: lead });
}
