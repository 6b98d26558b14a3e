import type { WrappedKey } from '@app/platform/encryption/keyring.js';
import { settingsOfRow } from '@app/platform/database/actor-settings.js';
import type { Statement } from '@app/platform/database/database.js';
import type { MailingKind } from '@app/prompts/mailing.types.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import { type LinkPurpose, LIVE_LINK } from '@app/prompts/reply-links.js';
import { firstCallAfter } from '@app/reflections/reading-facts.queries.js';
import { HAS_ENDED } from './reply-prompt.queries.js';

/** Whom a link lets in. */
export interface LinkRow {
  clinic_id: string;
  mailing_id: string;
  purpose: LinkPurpose;
  client_id: string;
  prompt_id: string | null;
  kind: MailingKind;
}

/** Whether the passphrase comes first; where it does, everything else is null: it is not read. */
export interface ArrivalRow {
  is_locked: boolean;
  status: PromptStatus | null;
  closes_at: Date | null;
  has_ended: boolean;
  question_sealed: Buffer | null;
  draft_sealed: Buffer | null;
  key_version: WrappedKey['version'] | null;
  key_wrapped: WrappedKey['wrapped'] | null;
  call_at: Date | null;
  reading_days: number[];
  time_zone: string;
  open_to: string;
  open_days: number[];
  language: string;
  looks_for_phrases: boolean;
}

/**
 * Two statements of one transaction: the product finds the mailing in the link's clinic, and from then on the
 * transaction is that of the mailing's client. The second one gives the row of the link; none: nobody is let in.
 */
export function comingByLink(tokenHash: Buffer): [Statement, Statement] {
  return [
    {
      sql: `select ${settingsOfRow({ clinicId: 'l.clinic_id' })} from link_directory l where ${LIVE_LINK}`,
      params: [tokenHash],
    },
    {
      sql: `select l.clinic_id, l.mailing_id, l.purpose, m.client_id, m.prompt_id, m.kind,
          ${settingsOfRow({ clinicId: 'm.clinic_id', clientId: 'm.client_id' })}
        from link_directory l join mailings m on m.clinic_id = l.clinic_id and m.id = l.mailing_id
        where ${LIVE_LINK}`,
      params: [tokenHash],
    },
  ];
}

/** The third, as that client: what taking an answer to their prompt in rests on. One row, or none without a link. */
export function whatAnsweringRestsOn(tokenHash: Buffer, browser: Buffer | null): Statement {
  return { sql: RESTS_ON, params: [tokenHash, browser] };
}

const RESTS_ON = `
with c as materialized (
  select c.clinic_id, c.id, c.location_id, c.status, c.stopped_at, c.language, m.prompt_id,
    c.passphrase_hash is not null and not exists (
      select 1 from reply_unlocks u where u.clinic_id = c.clinic_id and u.client_id = c.id
        and u.browser_hash = $2 and u.until > app_now()) as is_locked
  from link_directory l
  join mailings m on m.clinic_id = l.clinic_id and m.id = l.mailing_id
  join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
  where ${LIVE_LINK} and c.id = app_client()
)
select c.is_locked, p.status, p.closes_at, ${HAS_ENDED} as has_ended, q.question_sealed, d.body_sealed as draft_sealed,
  k.version as key_version, k.wrapped as key_wrapped, a.starts_at as call_at,
  o.reading_days, l.time_zone, l.open_to, l.open_days, c.language, o.looks_for_phrases
from c
left join clinics o on o.clinic_id = c.clinic_id and not c.is_locked
left join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id and not c.is_locked
left join prompts p on p.clinic_id = c.clinic_id and p.client_id = c.id and p.id = c.prompt_id and not c.is_locked
left join prompt_questions q on q.clinic_id = p.clinic_id and q.prompt_id = p.id
left join drafts d on d.clinic_id = p.clinic_id and d.prompt_id = p.id and d.browser_hash = $2
left join lateral (
  select n.version, n.wrapped from client_keys n where n.clinic_id = p.clinic_id and n.client_id = p.client_id
  order by n.version desc limit 1) k on true
left join lateral (${firstCallAfter('app_now()')}) a on p.id is not null`;
