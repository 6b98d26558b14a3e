import type { Tx } from '@app/platform/database/database.js';

/** A template of the clinic's own with its newest version. */
export interface OwnTemplateRow<Content> {
  id: string;
  started_from: string | null;
  version: number;
  archived_at: Date | null;
  number: number;
  content: Content;
}

type Kind = 'prompt' | 'plan';

/** Templates of the clinic's own, newest first; one when an id is given. */
export function ownTemplates<Content>(tx: Tx, kind: Kind, id?: string): Promise<OwnTemplateRow<Content>[]> {
  return tx.query<OwnTemplateRow<Content>>(
    `select t.id, t.started_from, t.version, t.archived_at, v.number, v.content
     from ${kind}_templates t
     join lateral (
       select n.number, n.content from ${kind}_template_versions n
       where n.clinic_id = t.clinic_id and n.template_id = t.id order by n.number desc limit 1) v on true
     where t.clinic_id = $1 and ($2::uuid is null or t.id = $2) order by t.id desc`,
    [tx.actor.clinicId, id ?? null],
  );
}

export interface VersionRow<Content> {
  number: number;
  content: Content;
  published_at: Date;
  published_by: string;
}

/** Every version of one template, newest first. */
export function versionsOf<Content>(tx: Tx, kind: Kind, templateId: string): Promise<VersionRow<Content>[]> {
  return tx.query<VersionRow<Content>>(
    `select number, content, published_at, published_by from ${kind}_template_versions
     where clinic_id = $1 and template_id = $2 order by number desc`,
    [tx.actor.clinicId, templateId],
  );
}

/** How many steps of live plans ask each template, by its code. */
export async function usesOfPrompts(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.query<{ code: string; uses: number }>(
    `select s.prompt_template_code as code, count(*)::integer as uses
     from integration_plans p
     join plan_steps s on s.clinic_id = p.clinic_id and s.plan_id = p.id and s.removed_at is null
     where p.clinic_id = $1 and p.status = 'live' group by 1`,
    [tx.actor.clinicId],
  );
  return new Map(rows.map(({ code, uses }) => [code, uses]));
}

/** Locks a template and answers its version. Undefined when there is none. */
export async function lockTemplate(
  tx: Tx,
  kind: Kind,
  id: string,
): Promise<{ version: number; archived_at: Date | null } | undefined> {
  const [row] = await tx.query<{ version: number; archived_at: Date | null }>(
    `select version, archived_at from ${kind}_templates where clinic_id = $1 and id = $2 for no key update`,
    [tx.actor.clinicId, id],
  );
  return row;
}

/** Publishes the next version: number 1 for a new template. Never changes an earlier one. */
export async function publishVersion(tx: Tx, kind: Kind, id: string, content: unknown): Promise<void> {
  const publishedBy = tx.actor.kind === 'staff' ? tx.actor.staffMemberId : null;
  await tx.query(
    `insert into ${kind}_template_versions (clinic_id, template_id, number, content, published_at, published_by)
     select $1, $2, coalesce(max(number), 0) + 1, $3::jsonb, app_now(), $4
     from ${kind}_template_versions where clinic_id = $1 and template_id = $2`,
    [tx.actor.clinicId, id, JSON.stringify(content), publishedBy],
  );
}

export async function addTemplate(tx: Tx, kind: Kind, id: string, startedFrom: string | null): Promise<void> {
  await tx.query(
    `insert into ${kind}_templates (clinic_id, id, started_from, created_at, archived_at, version)
     values ($1, $2, $3, app_now(), null, 1)`,
    [tx.actor.clinicId, id, startedFrom],
  );
}

/** One version on, with or without a change of whether it is archived. */
export async function bumpTemplate(tx: Tx, kind: Kind, id: string, archived: boolean): Promise<void> {
  await tx.query(
    `update ${kind}_templates set version = version + 1,
       archived_at = case when $3 then coalesce(archived_at, app_now()) end
     where clinic_id = $1 and id = $2`,
    [tx.actor.clinicId, id, archived],
  );
}
