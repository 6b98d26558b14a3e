import type { Tx } from '@app/platform/database/database.js';
import { numberedSlug, slugFrom } from './slug.rules.js';

/** The first name for a public page that no clinic has. Clinics of one name that are made at once come one by one. */
export async function freeSlug(tx: Tx, shortName: string): Promise<string> {
  const slug = slugFrom(shortName);
  await tx.query("select pg_advisory_xact_lock(hashtextextended('clinic-slug ' || $1, 0))", [slug]);
  for (let number = 1; ; number += 1) {
    const wanted = numberedSlug(slug, number);
    const [found] = await tx.query<{ id: string | null }>(
      'select find_clinic_by_slug_across_clinics($1) as id',
      [wanted],
    );
    if (!found?.id) return wanted;
  }
}

/** Gives a clinic that has none a name for its public page. */
export async function giveSlug(tx: Tx): Promise<void> {
  const [clinic] = await tx.query<{ short_name: string }>(
    'select short_name from clinics where clinic_id = $1 and slug is null',
    [tx.actor.clinicId],
  );
  if (!clinic) return;
  await tx.query('update clinics set slug = $2 where clinic_id = $1 and slug is null', [
    tx.actor.clinicId,
    await freeSlug(tx, clinic.short_name),
  ]);
}
