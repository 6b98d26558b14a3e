import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { type ListPage, type Page, pageOf } from '@app/clients/list-page.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { IntegrationPlan } from './integration-plan.entity.js';
import { planTitles, type PlanToStart } from './plan-contents.js';
import { PlanStep } from './plan-step.entity.js';
import { PlanStepsService } from './plan-steps.service.js';
import { planView, type PlanView } from './plan.view.js';
import { promptContents } from './prompt-contents.js';

/** Integration plans with their steps; at most one of a client is live. Writers hold the client's lock. */
@Injectable()
export class PlansService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly steps: PlanStepsService,
  ) {}

  /** A client's plans, newest first. Throws NotFound. */
  async list(actor: StaffActor, clientId: string, page: Page): Promise<ListPage<PlanView>> {
    return this.db.inClinic(actor, async (tx) => {
      await this.clients.mustSee(tx, clientId);
      const { items, next } = pageOf(await this.ofClient(tx, clientId), page);
      await this.audit.record(tx, {
        action: 'plans.listed',
        subjectType: 'plan',
        subjectIds: items.map(({ id }) => id),
        clientIds: [clientId],
      });
      return { items: await this.views(tx, items), next };
    });
  }

  /** Throws NotFound. */
  async view(tx: Tx, planId: string): Promise<PlanView> {
    const [view] = await this.views(tx, [await this.find(tx, planId)]);
    return view!;
  }

  /** Throws NotFound. */
  async find(tx: Tx, planId: string): Promise<IntegrationPlan> {
    const row = await tx.manager.findOneBy(IntegrationPlan, { clinicId: tx.actor.clinicId, id: planId });
    if (!row) throw new NotFound('plan');
    return row;
  }

  /** Ends the live plan, if there is one, and makes one of this template live now. Answers its id. */
  async start(tx: Tx, clientId: string, template: PlanToStart): Promise<string> {
    const { clinicId } = tx.actor;
    const steps = await this.steps.toStart(tx, clientId, template);
    await tx.query(
      `update integration_plans set status = 'ended', ended_at = app_now(), version = version + 1
       where clinic_id = $1 and client_id = $2 and status = 'live'`,
      [clinicId, clientId],
    );
    const id = newId();
    await tx.manager.insert(IntegrationPlan, {
      clinicId,
      id,
      clientId,
      templateCode: template.code,
      templateVersion: template.version,
      status: 'live',
      liveFrom: tx.now,
      endedAt: null,
      changedAt: null,
      version: 1,
    });
    await this.steps.insert(tx, { id, clientId }, steps);
    return id;
  }

  private async ofClient(tx: Tx, clientId: string): Promise<IntegrationPlan[]> {
    return tx.manager.find(IntegrationPlan, {
      where: { clinicId: tx.actor.clinicId, clientId },
      order: { id: 'DESC' },
    });
  }

  /** Plans of one client. */
  private async views(tx: Tx, plans: readonly IntegrationPlan[]): Promise<PlanView[]> {
    if (plans.length === 0) return [];
    const { clinicId } = tx.actor;
    const steps = await tx.manager.find(PlanStep, {
      where: { clinicId, planId: In(plans.map(({ id }) => id)), removedAt: IsNull() },
      order: { position: 'ASC' },
    });
    const contents = await promptContents(
      tx,
      steps.map((step) => ({ code: step.promptTemplateCode, version: step.promptTemplateVersion })),
    );
    const titleOf = await planTitles(tx, plans.map(templateOf));
    // Row-level security gives the client's key to who reads their words, and to nobody else of the staff.
    const keys = await this.keyring.clients(tx, [plans[0]!.clientId]);
    return plans.map((plan) =>
      planView(
        plan,
        steps.filter((step) => step.planId === plan.id),
        { title: titleOf(templateOf(plan)), contents, readsWords: keys.size > 0 },
      ),
    );
  }
}

function templateOf({ templateCode: code, templateVersion: version }: IntegrationPlan) {
  return { code, version };
}
