import { sealReflection } from '@app/reflections/reflection-body.js';
import { newId } from '@app/platform/ids/ids.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { rostersOf } from '../../../../test/factories/rosters.factory.js';
import { type ReplyTown, replyTown } from './reply.test-support.js';

/** A prompt that asks nothing but a measure, as it is kept when it is sent. */
export const ONLY_PHQ_9 = {
  question: null,
  checkIns: [],
  chips: [],
  measure: { code: 'phq-9', version: 1 },
} satisfies Partial<AskedQuestion>;

/** The page of the item about being better off dead, of eleven. */
export const ITEM_PAGE = '9';

export const ONLY_CHECK = {
  question: null,
  checkIns: [],
  chips: [],
  safetyCheck: true,
} satisfies Partial<AskedQuestion>;

export interface FlagRow {
  kind: string;
  lane: string;
  colour: string;
  settles: boolean;
}

/** A town where both rosters are answered. */
export async function guardedTown(): Promise<ReplyTown> {
  const town = await replyTown();
  const { api, clinic, maren } = town;
  const backup = await aStaffMember(api.house, { clinic, name: 'Ines Halvard' });
  await rostersOf(api.house, {
    clinic,
    responderId: maren.staffMemberId,
    backupId: backup.staffMemberId,
  });
  return town;
}

/** Open flags of the town's client, as a superuser sees them. */
export function flagsOf({ rows, clientId }: ReplyTown): Promise<FlagRow[]> {
  return rows<FlagRow>(
    `select kind, lane, colour, settles_at is not null as settles from safety_flags
     where client_id = $1 and closed_at is null order by kind`,
    [clientId],
  );
}

export async function noticeCount({ rows, clientId }: ReplyTown): Promise<number> {
  const [row] = await rows<{ count: string }>('select count(*) from safety_notices where client_id = $1', [
    clientId,
  ]);
  return Number(row!.count);
}

/** What the client answered to the item some weeks ago. */
export async function anEarlierAnswer(town: ReplyTown, value: number): Promise<void> {
  const { api, clinic, clientId } = town;
  await api.house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) => {
    const id = newId();
    const key = await api.house.keyring.client(tx, clientId);
    const question: AskedQuestion = { title: 'PHQ-9', hint: '', ...ONLY_PHQ_9 };
    const sealed = sealReflection(
      key,
      { clinicId: clinic.clinicId, rowId: id },
      {
        ...{ question, words: '', checkIns: {}, chips: [], nothing: false, browser: '' },
        measure: { 9: value },
      },
    );
    await tx.query(
      `insert into reflections (clinic_id, id, client_id, prompt_id, body_sealed, sent_at, wait, version)
       values ($1, $2, $3, null, $4, app_now() - interval '20 days', 'can-wait', 1)`,
      [clinic.clinicId, id, clientId, sealed],
    );
  });
}

/** A clinician went through a safety plan with the client, so many days ago. */
export async function aSafetyPlan({ rows, clinic, clientId, maren }: ReplyTown, daysAgo = 3): Promise<void> {
  await rows(
    `insert into safety_plans (clinic_id, id, client_id, made_by, made_at)
     values ($1, $2, $3, $4, app_now() - make_interval(days => $5))`,
    [clinic.clinicId, newId(), clientId, maren.staffMemberId, daysAgo],
  );
}

/** The hidden fields of the form with this button, as a browser would post them. */
export function hiddenFields(html: string, around: string): Record<string, string | string[]> {
  const form = html.split('<form').find((part) => part.includes(around)) ?? '';
  const fields: Record<string, string | string[]> = {};
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    const before = fields[name!];
    fields[name!] = before === undefined ? value! : [before, value!].flat();
  }
  return fields;
}
