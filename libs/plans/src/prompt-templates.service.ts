import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { ownMeasure } from '@app/measures/measure-definitions.queries.js';
import { findMeasure } from '@app/measures/measures.data.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid, NotFound } from '@app/platform/errors/errors.js';
import { type FoundTemplate, ofRow, ofStarter } from './found-template.js';
import { InvalidContent } from './plans.errors.js';
import { contentTroubles } from './prompt-content.rules.js';
import { askedQuestionOf, isOwnTemplate } from './prompt-contents.js';
import {
  promptContentView,
  type PromptTemplateListView,
  promptTemplateView,
  type PromptTemplateView,
  type PromptTemplateWithVersionsView,
  type PromptVersionView,
} from './prompt-template.view.js';
import type { PromptContent } from './prompt-template.types.js';
import { NEWEST_STARTERS, newestStarter, PROMPT_TEMPLATES } from './prompt-templates.data.js';
import { ownTemplates, usesOfPrompts, versionsOf } from './prompt-templates.queries.js';
import { TemplateChanges } from './template-changes.service.js';

/** The library of prompts: the clinic's own, in versions, and our starters. Nothing of a client stands in it. */
@Injectable()
export class PromptTemplatesService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly changes: TemplateChanges,
  ) {}

  /** The clinic's own, newest first, archived ones too; then our starters. */
  async list(actor: StaffActor): Promise<PromptTemplateListView> {
    return this.db.inClinic(actor, async (tx) => {
      const uses = await usesOfPrompts(tx);
      const own = (await ownTemplates<PromptContent>(tx, 'prompt')).map(ofRow);
      const items = [...own, ...NEWEST_STARTERS.map((one) => ofStarter(one, one))];
      return { items: items.map((one) => promptTemplateView(one, uses.get(one.id) ?? 0)), next: null };
    });
  }

  /** One by its starter's code or its id, with every version. Throws NotFound. */
  async read(actor: StaffActor, code: string): Promise<PromptTemplateWithVersionsView> {
    return this.db.inClinic(actor, async (tx) => {
      const view = await this.view(tx, code);
      return { ...view, versions: view.starter ? starterVersions(code) : await this.versions(tx, code) };
    });
  }

  /** Adds one of the clinic's own, published at once. Throws Invalid. */
  async add(
    actor: StaffActor,
    { startedFrom = null, content }: { startedFrom?: string | null | undefined; content: PromptContent },
    idempotencyKey?: string,
  ): Promise<PromptTemplateView> {
    mustFit(content);
    return this.changes.add(actor, 'prompt', {
      idempotencyKey,
      body: { startedFrom, content },
      startedFrom,
      content: async (tx) => {
        if (startedFrom !== null) await this.mustExist(tx, startedFrom);
        await mustHaveMeasure(tx, content);
        return askedQuestionOf(content);
      },
      view: (tx, id) => this.view(tx, id),
    });
  }

  /** Publishes another version: what was asked stays what was asked. Throws NotFound, Conflict, Invalid. */
  async publish(
    actor: StaffActor,
    id: string,
    { version, content }: { version: number; content: PromptContent },
  ): Promise<PromptTemplateView> {
    mustFit(content);
    return this.changes.publish(actor, 'prompt', {
      id,
      version,
      content: async (tx) => {
        await mustHaveMeasure(tx, content);
        return askedQuestionOf(content);
      },
      view: (tx) => this.view(tx, id),
    });
  }

  /** Throws NotFound, Conflict. */
  async setArchived(
    actor: StaffActor,
    id: string,
    { version, archived }: { version: number; archived: boolean },
  ): Promise<PromptTemplateView> {
    const change = { id, version, view: (tx: Tx) => this.view(tx, id) };
    return this.changes.setArchived(actor, 'prompt', change, archived);
  }

  private async view(tx: Tx, code: string): Promise<PromptTemplateView> {
    const starter = newestStarter(code);
    const found: FoundTemplate<PromptContent> = starter
      ? ofStarter(starter, starter)
      : await this.own(tx, code);
    return promptTemplateView(found, (await usesOfPrompts(tx)).get(code) ?? 0);
  }

  private async own(tx: Tx, id: string): Promise<FoundTemplate<PromptContent>> {
    const [row] = isOwnTemplate(id) ? await ownTemplates<PromptContent>(tx, 'prompt', id) : [];
    if (!row) throw new NotFound('prompt-template');
    return ofRow(row);
  }

  private async versions(tx: Tx, id: string): Promise<PromptVersionView[]> {
    const names = await this.clinics.staffNames(tx);
    return (await versionsOf<PromptContent>(tx, 'prompt', id)).map((row) => ({
      number: row.number,
      publishedAt: row.published_at.toISOString(),
      publishedByName: names.get(row.published_by) ?? null,
      content: promptContentView(row.content),
    }));
  }

  private async mustExist(tx: Tx, code: string): Promise<void> {
    if (newestStarter(code)) return;
    const [row] = isOwnTemplate(code) ? await ownTemplates(tx, 'prompt', code) : [];
    if (!row) throw new Invalid('startedFrom', 'unknownReference');
  }
}

function mustFit(content: PromptContent): void {
  const troubles = contentTroubles(content);
  if (troubles.length > 0) throw new InvalidContent(troubles, 'content.');
}

/** Ours, or the clinic's own. @throws InvalidContent */
async function mustHaveMeasure(tx: Tx, { measure }: PromptContent): Promise<void> {
  if (!measure || findMeasure(measure.code, measure.version)) return;
  if (await ownMeasure(tx, measure.code, measure.version)) return;
  throw new InvalidContent([{ field: 'measure', code: 'unknownReference', params: {} }], 'content.');
}

function starterVersions(code: string): PromptVersionView[] {
  return PROMPT_TEMPLATES.filter((one) => one.code === code)
    .sort((a, b) => b.version - a.version)
    .map((one) => ({
      number: one.version,
      publishedAt: null,
      publishedByName: null,
      content: promptContentView(one),
    }));
}
