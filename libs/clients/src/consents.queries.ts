import type { Temporal } from 'temporal-polyfill';
import { CONSENT_VERSION } from '@app/design/words/consent-text.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import { Consent } from './consent.entity.js';

/** The consent that stands, as staff see it. */
export interface StandingConsent {
  textVersion: number;
  givenAt: Temporal.Instant;
  how: Consent['how'];
  /** Null where the client agreed by link. */
  recordedBy: string | null;
}

/** The consent that stands now, or null. */
export async function standingConsent(tx: Tx, clientId: string): Promise<StandingConsent | null> {
  const [row] = await tx.query<{
    text_version: number;
    given_at: Date;
    how: Consent['how'];
    recorded_by: string | null;
  }>(
    `select text_version, given_at, how, recorded_by from consents
     where clinic_id = $1 and client_id = $2 and withdrawn_at is null`,
    [tx.actor.clinicId, clientId],
  );
  if (!row) return null;
  const { text_version: textVersion, given_at: givenAt, how, recorded_by: recordedBy } = row;
  return { textVersion, givenAt: toInstant(givenAt), how, recordedBy };
}

/**
 * Writes down that the client agreed, now, to the newest wording. Who agrees anew leaves the old consent behind as
 * one that stood until then. Staff who write it down are named.
 */
export async function giveConsent(
  tx: Tx,
  { clientId, language }: { clientId: string; language: string },
): Promise<void> {
  const { actor } = tx;
  await withdrawConsent(tx, clientId);
  await tx.manager.insert(Consent, {
    clinicId: actor.clinicId,
    id: newId(),
    clientId,
    textVersion: CONSENT_VERSION,
    language,
    how: actor.kind === 'staff' ? 'with-staff' : 'by-link',
    givenAt: tx.now,
    recordedBy: actor.kind === 'staff' ? actor.staffMemberId : null,
    withdrawnAt: null,
  });
}

/** Ends the consent that stands, if one does. Its row is kept: it says what was agreed to, and until when. */
export async function withdrawConsent(tx: Tx, clientId: string): Promise<void> {
  await tx.query(
    `update consents set withdrawn_at = app_now()
     where clinic_id = $1 and client_id = $2 and withdrawn_at is null`,
    [tx.actor.clinicId, clientId],
  );
}

/** True where a clinic writes to nobody who has not said yes by e-mail as well. */
export async function asksTwice(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ double_opt_in: boolean }>(
    'select double_opt_in from clinics where clinic_id = $1',
    [tx.actor.clinicId],
  );
  return row?.double_opt_in ?? false;
}
