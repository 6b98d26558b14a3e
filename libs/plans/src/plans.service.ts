import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { type ListPage, type Page, pageOf } from '@app/clients/list-page.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { IntegrationPlan } from './integration-plan.entity.js';
import { keptStepIds } from './plan-steps.rules.js';
import { PlanStep } from './plan-step.entity.js';
import type { PlanTemplate } from './plan-templates.data.js';
import { planView, type PlanView } from './plan.view.js';

/** Integration plans with their steps; at most one of a client is live. Writers hold the client's lock. */
@Injectable()
export class PlansService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clients: ClientsService,
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
    const row = await tx.manager.findOneBy(IntegrationPlan, { clinicId: tx.actor.clinicId, id: planId });
    if (!row) throw new NotFound('plan');
    const [view] = await this.views(tx, [row]);
    return view!;
  }

  /** Steps of a plan in their order. */
  async steps(tx: Tx, planId: string): Promise<PlanStep[]> {
    return tx.manager.find(PlanStep, {
      where: { clinicId: tx.actor.clinicId, planId },
      order: { position: 'ASC' },
    });
  }

  /** Ends the live plan, if there is one, and makes one of this template live now. Answers its id. */
  async start(tx: Tx, clientId: string, template: PlanTemplate): Promise<string> {
    const { clinicId } = tx.actor;
    const earlier = (await this.ofClient(tx, clientId)).find((plan) => plan.templateCode === template.code);
    const keptIds = keptStepIds(template.steps, earlier ? await this.steps(tx, earlier.id) : []);
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
      version: 1,
    });
    await tx.manager.insert(
      PlanStep,
      template.steps.map(({ prompt, spec }, position) => ({
        clinicId,
        planId: id,
        id: keptIds[position] ?? newId(),
        clientId,
        position,
        promptTemplateCode: prompt.code,
        promptTemplateVersion: prompt.version,
        spec,
      })),
    );
    return id;
  }

  private async ofClient(tx: Tx, clientId: string): Promise<IntegrationPlan[]> {
    return tx.manager.find(IntegrationPlan, {
      where: { clinicId: tx.actor.clinicId, clientId },
      order: { id: 'DESC' },
    });
  }

  private async views(tx: Tx, plans: readonly IntegrationPlan[]): Promise<PlanView[]> {
    const steps = await tx.manager.find(PlanStep, {
      where: { clinicId: tx.actor.clinicId, planId: In(plans.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    return plans.map((plan) =>
      planView(
        plan,
        steps.filter((step) => step.planId === plan.id),
      ),
    );
  }
}
