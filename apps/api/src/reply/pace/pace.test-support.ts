import { newId } from '@app/platform/ids/ids.js';
import type { ClientMailingKind } from '@app/prompts/mailing.types.js';
import { type LinkPurpose, ReplyLinks } from '@app/prompts/reply-links.js';
import type { ReplyTown } from '../reply.test-support.js';

const PURPOSES: Record<ClientMailingKind, LinkPurpose> = {
  rest_begun: 'start-again',
  rest_over: 'start-again',
  stopped: 'start-again',
  opt_in: 'opt-in',
  unasked: 'unasked',
  my_words: 'my-words',
};

/** A mail about the e-mails, as it stands once it has gone out. */
export async function aSentNotice(
  town: ReplyTown,
  kind: ClientMailingKind,
): Promise<{ mailingId: string; token: string; at: string }> {
  const { api, clinic, clientId } = town;
  const links = api.app.get(ReplyLinks, { strict: false });
  return api.house.db.inClinic(clinic.system, async (tx) => {
    const [waiting] = await tx.query<{ id: string }>(
      `with sent as (
         update mailings set status = 'sent', sent_at = app_now()
         where client_id = $1 and kind = $2 and status = 'scheduled' returning id)
       select id from sent`,
      [clientId, kind],
    );
    const mailingId = waiting?.id ?? newId();
    if (!waiting) {
      await tx.query(
        `insert into mailings (clinic_id, id, client_id, prompt_id, kind, status, send_at, send_until,
           counts_for_day, message_id, attempts, retried)
         values ($1, $2, $3, null, $4, 'sent', app_now(), app_now() + interval '1 hour', false, $5, 1, false)`,
        [clinic.clinicId, mailingId, clientId, kind, `<${mailingId}@fernhollow.example>`],
      );
    }
    const token = await links.register(tx, mailingId, PURPOSES[kind]);
    return { mailingId, token, at: `/r/p/${mailingId}` };
  });
}

/** Everything a client's pages could write, as it stands: equal before and after what only reads. */
export function everythingOf({ rows, clientId }: ReplyTown): Promise<unknown[]> {
  const tables = ['clients', 'prompts', 'mailings', 'consents', 'reflections', 'drafts', 'safety_flags'];
  const counted = tables.map((table) => {
    const where = table === 'clients' ? 'id' : 'client_id';
    return `select '${table}' as what, coalesce(json_agg(t order by t::text), '[]')::text as held
            from ${table} t where ${where} = $1`;
  });
  return rows(
    `${counted.join(' union all ')}
     union all select 'audit', count(*)::text from audit_events where $1 = any (client_ids)
     union all select 'links', json_agg(l order by token_hash)::text from link_directory l
       where mailing_id in (select id from mailings where client_id = $1)`,
    [clientId],
  );
}

export interface StandingClient {
  rest_from: Date | null;
  rest_until: string | null;
  rest_by: string | null;
  rest_length: string | null;
  pace: string;
  stopped: boolean;
  consent_on: string | null;
  mailbox_shared: boolean | null;
  has_passphrase: boolean;
}

/** The client's row; the end of a rest on the client's clock. */
export async function standing({ rows, clientId }: ReplyTown): Promise<StandingClient> {
  const [row] = await rows<StandingClient>(
    `select rest_from, to_char(rest_until at time zone time_zone, 'YYYY-MM-DD HH24:MI') as rest_until, rest_by,
       rest_length, pace, stopped_at is not null as stopped, email_consent_given_on::text as consent_on,
       mailbox_shared, passphrase_hash is not null as has_passphrase
     from clients where id = $1`,
    [clientId],
  );
  return row!;
}

/** What waits to be sent, but for prompts' own mails. */
export async function waitingNotices({ rows, clientId }: ReplyTown): Promise<string[]> {
  const found = await rows<{ kind: string }>(
    `select kind from mailings where client_id = $1 and prompt_id is null and status = 'scheduled' order by kind`,
    [clientId],
  );
  return found.map(({ kind }) => kind);
}

export async function waitingPrompts({ rows, clientId }: ReplyTown): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `select count(*)::int as count from mailings
     where client_id = $1 and kind = 'first' and status = 'scheduled'`,
    [clientId],
  );
  return row!.count;
}
