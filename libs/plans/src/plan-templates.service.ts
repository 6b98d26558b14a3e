import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid, NotFound } from '@app/platform/errors/errors.js';
import { type FoundTemplate, ofRow, ofStarter } from './found-template.js';
import { pinSteps } from './plan-drafts.js';
import type { PlanStepDraft } from './plan-draft.types.js';
import type { PlanContent } from './plan-step.types.js';
import {
  planContentView,
  type PlanTemplateListView,
  planTemplateView,
  type PlanTemplateView,
  type PlanTemplateWithVersionsView,
  type PlanVersionView,
} from './plan-template.view.js';
import { NEWEST_PLAN_STARTERS, newestPlanStarter, versionsOfPlanStarter } from './plan-templates.data.js';
import { isOwnTemplate, promptContents } from './prompt-contents.js';
import { ownTemplates, versionsOf } from './prompt-templates.queries.js';
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
    private readonly clinics: ClinicsService,
    private readonly changes: TemplateChanges,
  ) {}

  /** The clinic's own, newest first, archived ones too; then our starters. */
  async list(actor: StaffActor): Promise<PlanTemplateListView> {
    return this.db.inClinic(actor, async (tx) => {
      const own = (await ownTemplates<PlanContent>(tx, 'plan')).map(ofRow);
      const ours = NEWEST_PLAN_STARTERS.map((one) => ofStarter(one, one));
      return { items: await views(tx, [...own, ...ours]), next: null };
    });
  }

  /** One by its starter's code or its id, with every version. Throws NotFound. */
  async read(actor: StaffActor, code: string): Promise<PlanTemplateWithVersionsView> {
    return this.db.inClinic(actor, async (tx) => ({
      ...(await view(tx, code)),
      versions: await this.versions(tx, code),
    }));
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

  private async versions(tx: Tx, id: string): Promise<PlanVersionView[]> {
    const names = await this.clinics.staffNames(tx);
    const ours = versionsOfPlanStarter(id).map((content) => ({
      ...{ number: content.version, publishedAt: null, publishedByName: null, content },
    }));
    const own = isOwnTemplate(id) ? await versionsOf<PlanContent>(tx, 'plan', id) : [];
    const published = own.map(({ number, content, published_at: at, published_by: by }) => ({
      ...{ number, publishedAt: at.toISOString(), publishedByName: names.get(by) ?? null, content },
    }));
    const all = [...ours, ...published];
    const contents = await promptContents(
      tx,
      all.flatMap(({ content }) => content.steps.map(({ prompt }) => prompt)),
    );
    return all.map(({ content, ...version }) => ({
      ...version,
      ...planContentView({ id, number: version.number, content }, contents),
    }));
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
  const starter = newestPlanStarter(id);
  const [view] = await views(tx, [starter ? ofStarter(starter, starter) : await own(tx, id)]);
  return view!;
}

async function own(tx: Tx, id: string): Promise<FoundTemplate<PlanContent>> {
  const [row] = isOwnTemplate(id) ? await ownTemplates<PlanContent>(tx, 'plan', id) : [];
  if (!row) throw new NotFound('plan-template');
  return ofRow(row);
}

async function views(tx: Tx, found: readonly FoundTemplate<PlanContent>[]): Promise<PlanTemplateView[]> {
  const refs = found.flatMap(({ content }) => content.steps.map(({ prompt }) => prompt));
  const contents = await promptContents(tx, refs);
  return found.map((one) => planTemplateView(one, contents));
}

async function mustExist(tx: Tx, code: string): Promise<void> {
  if (newestPlanStarter(code)) return;
  const [row] = isOwnTemplate(code) ? await ownTemplates(tx, 'plan', code) : [];
  if (!row) throw new Invalid('startedFrom', 'unknownReference');
}
