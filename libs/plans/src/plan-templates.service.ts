import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid, NotFound } from '@app/platform/errors/errors.js';
import { pinSteps } from './plan-drafts.js';
import type { PlanStepDraft } from './plan-draft.types.js';
import type { PlanContent } from './plan-step.types.js';
import {
  type FoundPlanTemplate,
  type PlanTemplateListView,
  planTemplateView,
  type PlanTemplateView,
} from './plan-template.view.js';
import { NEWEST_PLAN_STARTERS, newestPlanStarter } from './plan-templates.data.js';
import { isOwnTemplate, promptContents } from './prompt-contents.js';
import { ownTemplates, type OwnTemplateRow } from './prompt-templates.queries.js';
import type { PlanStarter } from './starters/plan-steps.js';
import { TemplateChanges } from './template-changes.service.js';

/** A plan template as it is published. */
export interface PlanTemplateDraft {
  title: string;
  steps: readonly PlanStepDraft[];
}

/** The library of plans: the clinic's own, in versions, and our starters. */
@Injectable()
export class PlanTemplatesService {
  constructor(
    private readonly db: Database,
    private readonly changes: TemplateChanges,
  ) {}

  /** The clinic's own, newest first, archived ones too; then our starters. */
  async list(actor: StaffActor): Promise<PlanTemplateListView> {
    return this.db.inClinic(actor, async (tx) => {
      const own = (await ownTemplates<PlanContent>(tx, 'plan')).map(ofRow);
      return { items: await views(tx, [...own, ...NEWEST_PLAN_STARTERS.map(ofStarter)]), next: null };
    });
  }

  /** Adds one of the clinic's own, published at once. Throws InvalidContent, Invalid. */
  async add(
    actor: StaffActor,
    { startedFrom = null, ...draft }: PlanTemplateDraft & { startedFrom?: string | null | undefined },
    idempotencyKey?: string,
  ): Promise<PlanTemplateView> {
    return this.changes.add(actor, 'plan', {
      idempotencyKey,
      body: { startedFrom, ...draft },
      startedFrom,
      content: async (tx) => {
        if (startedFrom !== null) await mustExist(tx, startedFrom);
        return contentOf(tx, draft);
      },
      view: (tx, id) => view(tx, id),
    });
  }

  /** Publishes another version; plans that are live stay as they are. Throws NotFound, Conflict, InvalidContent. */
  async publish(
    actor: StaffActor,
    id: string,
    { version, ...draft }: PlanTemplateDraft & { version: number },
  ): Promise<PlanTemplateView> {
    return this.changes.publish(actor, 'plan', {
      id,
      version,
      content: async (tx) => {
        const [row] = await ownTemplates<PlanContent>(tx, 'plan', id);
        return contentOf(
          tx,
          draft,
          row?.content.steps.map(({ prompt }) => prompt.code),
        );
      },
      view: (tx) => view(tx, id),
    });
  }

  /** Throws NotFound, Conflict. */
  async setArchived(
    actor: StaffActor,
    id: string,
    { version, archived }: { version: number; archived: boolean },
  ): Promise<PlanTemplateView> {
    const change = { id, version, view: (tx: Tx) => view(tx, id) };
    return this.changes.setArchived(actor, 'plan', change, archived);
  }
}

async function contentOf(
  tx: Tx,
  { title, steps }: PlanTemplateDraft,
  inUse?: readonly string[],
): Promise<PlanContent> {
  const pinned = await pinSteps(tx, steps, inUse);
  return { title: title.trim(), steps: pinned.steps };
}

async function view(tx: Tx, id: string): Promise<PlanTemplateView> {
  const [row] = await ownTemplates<PlanContent>(tx, 'plan', id);
  if (!row) throw new NotFound('plan-template');
  const [found] = await views(tx, [ofRow(row)]);
  return found!;
}

async function views(tx: Tx, found: readonly FoundPlanTemplate[]): Promise<PlanTemplateView[]> {
  const refs = found.flatMap(({ content }) => content.steps.map(({ prompt }) => prompt));
  const contents = await promptContents(tx, refs);
  return found.map((one) => planTemplateView(one, contents));
}

async function mustExist(tx: Tx, code: string): Promise<void> {
  if (newestPlanStarter(code)) return;
  const [row] = isOwnTemplate(code) ? await ownTemplates(tx, 'plan', code) : [];
  if (!row) throw new Invalid('startedFrom', 'unknownReference');
}

function ofStarter(starter: PlanStarter): FoundPlanTemplate {
  const { code, version, title, steps } = starter;
  return {
    id: code,
    starter: true,
    startedFrom: null,
    version: 0,
    number: version,
    content: { title, steps },
    archivedAt: null,
  };
}

function ofRow(row: OwnTemplateRow<PlanContent>): FoundPlanTemplate {
  return {
    id: row.id,
    starter: false,
    startedFrom: row.started_from,
    version: row.version,
    number: row.number,
    content: row.content,
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
