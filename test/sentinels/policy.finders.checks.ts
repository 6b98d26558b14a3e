import type { Client } from 'pg';
import { attemptAs, nothingAttempted } from './policy.attempts.js';
import type { ActorName, PolicyWorld } from './policy-world.js';

/** What the functions across clinics fail to find, in words. */
export async function* finderTroubles(app: Client, world: PolicyWorld): AsyncGenerator<string> {
  const finders: [string, unknown[], number][] = [
    ['find_due_mailings_across_clinics(5)', [], 3],
    ['find_clients_with_live_plans_across_clinics()', [], 3],
    ['find_due_safety_notices_across_clinics()', [], 3],
    ['find_overdue_flags_across_clinics()', [], 3],
    ['find_sign_in($1)', [world.signInHash], 1],
    ['find_sign_in($1)', [world.pendingSignInHash], 0],
    ['find_pending_sign_in($1)', [world.pendingSignInHash], 1],
    ['find_pending_sign_in($1)', [world.signInHash], 0],
    ['find_clinics_with_unsealed_audit_across_clinics()', [], 2],
    ['find_clinics_across_clinics()', [], 2],
    ['find_watch_figures_across_clinics() where unsealed_events = 2', [], 1],
    ['find_staff_memberships($1)', [world.accountId], 1],
    // Of the clinic whose address it is; none next door, where it is another.
    ['find_clinic_by_slug_across_clinics($1) as id where id = $2', [world.slug, world.clinicId], 1],
    ['find_due_digests_across_clinics()', [], world.digests],
  ];
  for (const [finder, params, wanted] of finders) {
    const { rows } = await app.query(`select * from ${finder}`, params);
    if (rows.length !== wanted) yield `${finder} finds ${rows.length} instead of ${wanted}`;
  }
  yield* reachTroubles(app, world);
}

/** What the functions that ask beyond one's own rows answer wrongly within the clinic, in words. */
async function* reachTroubles(
  app: Client,
  { clientId, readerId, actors }: PolicyWorld,
): AsyncGenerator<string> {
  const reaches: [ActorName, asked: string, params: unknown[], wanted: number][] = [
    ['covers a colleague', 'app_word_clients() @> array[$1::uuid]', [clientId], 1],
    ['broke the glass', 'app_word_clients() @> array[$1::uuid]', [clientId], 1],
    ['is on no care team', 'app_client_exists($1)', [clientId], 1],
    ['coordinates', 'app_client_exists($1)', [clientId], 0],
    ['practises next door', 'app_client_exists($1)', [clientId], 0],
    ['is on no care team', 'app_colleagues_on_care_team($1) @> array[$2::uuid]', [clientId, readerId], 1],
    ['practises next door', 'app_colleagues_on_care_team($1) @> array[$2::uuid]', [clientId, readerId], 0],
    ['administers', 'app_colleagues_on_care_team($1) @> array[$2::uuid]', [clientId, readerId], 0],
    ['is on no care team', NAMES, [clientId], 1],
    ['administers', NAMES, [clientId], 0],
    ['practises next door', NAMES, [clientId], 0],
    ['is the client', NAMES, [clientId], 0],
    // Of both clients of the clinic, the flag that is open.
    ['is on no care team', 'cardinality(app_duty_flags()) = 2', [], 1],
    ['is on no care team', FLAGS_SEEN, [2], 1],
    ['reads the words', FLAGS_SEEN, [3], 1],
    ['coordinates', FLAGS_SEEN, [2], 1],
    ['coordinates', CALL_BACK, [clientId], 1],
    ['is on no care team', CALL_BACK, [clientId], 0],
    ['administers next door', CALL_BACK, [clientId], 0],
    ['is the client', CALL_BACK, [clientId], 0],
    // Away, with somebody who stands in.
    ['is the client', RESPONDER, [readerId], 1],
    ['is a client next door', RESPONDER, [readerId], 0],
    ['reads the words', 'app_has_safety_webhook()', [], 1],
    ['is nobody', 'app_has_safety_webhook()', [], 0],
  ];
  try {
    for (const [name, asked, params, wanted] of reaches) {
      const { rows } = await attemptAs(app, actors[name], `select 1 where ${asked}`, params);
      if (rows !== wanted) yield `who ${name} asks ${asked}: ${rows} instead of ${wanted}`;
    }
  } finally {
    await nothingAttempted(app);
  }
}

const FLAGS_SEEN = '(select count(*) from safety_flags) = $1';
const CALL_BACK = 'exists (select 1 from find_call_backs() f where f.client_id = $1)';
const RESPONDER = `exists (select 1 from app_roster_of('psychological') r
  where r.responder_id = $1 and r.responder_now <> r.responder_id)`;
const NAMES = 'exists (select 1 from find_clients_for_break_glass() f where f.client_id = $1)';
