import type { Client } from 'pg';
import type { MadeClinic } from '../../factories/clinic.factory.js';

const EACH_CLIENT = 100;
const AT_ONCE = 200_000;

/**
 * Fills the clinic with what other people sent: `upTo` answers in all, a hundred a client, over two years. The
 * sealed bytes are of the usual length and hold nothing; foreign keys are right by construction and not checked.
 */
export async function otherAnswers(
  admin: Client,
  { clinicId, locationId }: MadeClinic,
  upTo: number,
): Promise<void> {
  const { rows } = await admin.query<{ made: string }>(
    'select count(*) as made from reflections where clinic_id = $1 and prompt_id is null',
    [clinicId],
  );
  await admin.query("set session_replication_role = 'replica'");
  for (let missing = upTo - Number(rows[0]!.made); missing > 0; missing -= AT_ONCE) {
    await admin.query(
      `with others as (
         insert into clients (clinic_id, id, location_id, time_zone, language, status, pace, created_at, version)
         select $1, uuidv7(), $2, 'America/Boise', 'en', 'active', 'steady', app_now(), 1
         from generate_series(1, $3::integer) returning id)
       insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version)
       select $1, gen_random_uuid(), o.id,
         decode(repeat(md5(o.id::text || n), 40), 'hex'), app_now() - make_interval(hours => 175 * n), 1
       from others o, generate_series(1, $4::integer) n`,
      [clinicId, locationId, Math.ceil(Math.min(missing, AT_ONCE) / EACH_CLIENT), EACH_CLIENT],
    );
  }
  await admin.query("set session_replication_role = 'origin'");
  await admin.query('vacuum analyze');
}
