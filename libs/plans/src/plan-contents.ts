import type { Tx } from '@app/platform/database/database.js';
import { Conflict, Invalid } from '@app/platform/errors/errors.js';
import type { PlanContent } from './plan-step.types.js';
import { findPlanStarter, NEWEST_PLAN_STARTERS, newestPlanStarter } from './plan-templates.data.js';
import { isOwnTemplate, type PromptRef } from './prompt-contents.js';
import { ownTemplates, versionsOf } from './prompt-templates.queries.js';

/** A version of a plan template, ours or the clinic’s own, as a plan is started from it. */
export interface PlanToStart extends PlanContent {
  code: string;
  version: number;
}

/**
 * The newest version of a plan template, or the one that is named. Throws Invalid when there is none, Conflict when
 * it is archived.
 */
export async function planToStart(tx: Tx, code: string, number?: number): Promise<PlanToStart> {
  const newest = newestPlanStarter(code);
  if (newest) return number === undefined ? newest : (findPlanStarter(code, number) ?? unknown('number'));
  const [own] = isOwnTemplate(code) ? await ownTemplates<PlanContent>(tx, 'plan', code) : [];
  if (!own) throw new Invalid('template', 'isIn', { values: starterCodes() });
  if (own.archived_at) throw new Conflict('template-archived');
  if (number === undefined || number === own.number) return { code, version: own.number, ...own.content };
  const all = await versionsOf<PlanContent>(tx, 'plan', code);
  const { content } = all.find((one) => one.number === number) ?? unknown('number');
  return { code, version: number, ...content };
}

function unknown(field: string): never {
  throw new Invalid(field, 'unknownReference');
}

function starterCodes(): string {
  return NEWEST_PLAN_STARTERS.map(({ code }) => code).join(', ');
}

/** What versions of plan templates are called; for the clinic’s own one query, for starters none. */
export async function planTitles(tx: Tx, refs: readonly PromptRef[]): Promise<(ref: PromptRef) => string> {
  const own = refs.filter(({ code }) => isOwnTemplate(code));
  const rows =
    own.length === 0
      ? []
      : await tx.query<{ template_id: string; number: number; title: string }>(
          `select template_id, number, content ->> 'title' as title from plan_template_versions
           where clinic_id = $1 and template_id = any ($2)`,
          [tx.actor.clinicId, own.map(({ code }) => code)],
        );
  const titles = new Map(rows.map((row) => [`${row.template_id}/${row.number}`, row.title]));
  return ({ code, version }) =>
    titles.get(`${code}/${version}`) ?? findPlanStarter(code, version)?.title ?? code;
}
