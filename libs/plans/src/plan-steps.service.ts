import { Injectable } from '@nestjs/common';
import { findMeasure } from '@app/measures/measures.data.js';
import type { Tx } from '@app/platform/database/database.js';
import { staleVersion } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { IntegrationPlan } from './integration-plan.entity.js';
import { measureTiming } from './measure-timing.rules.js';
import type { PlanStepDraft } from './plan-draft.types.js';
import { type PinnedSteps, pinSteps } from './plan-drafts.js';
import { keptStepIds } from './plan-steps.rules.js';
import { PlanStep } from './plan-step.entity.js';
import type { PlanTemplateStep } from './plan-step.types.js';
import { InvalidContent } from './plans.errors.js';
import { findStarter } from './prompt-templates.data.js';

/** A step as it would stand in a plan. */
export interface StandingStep extends PlanTemplateStep {
  stepId: string;
}

/** The steps of plans: as they stand, as they would stand, and edited. Writers hold the client's lock. */
@Injectable()
export class PlanStepsService {
  /** Steps of a plan in their order, without those taken out. */
  async ofPlan(tx: Tx, planId: string): Promise<PlanStep[]> {
    const { clinicId } = tx.actor;
    const rows = await tx.manager.find(PlanStep, { where: { clinicId, planId }, order: { position: 'ASC' } });
    return rows.filter(({ removedAt }) => removedAt === null);
  }

  /** Steps with ids, those of the client's earlier plan of the same template where they are the same steps. */
  async toStart(
    tx: Tx,
    clientId: string,
    template: { code: string; steps: readonly PlanTemplateStep[] },
    idOfNew: (index: number) => string = newId,
  ): Promise<StandingStep[]> {
    const earlier = await tx.manager.findOne(IntegrationPlan, {
      where: { clinicId: tx.actor.clinicId, clientId, templateCode: template.code },
      order: { id: 'DESC' },
    });
    const keptIds = keptStepIds(template.steps, earlier ? await this.ofPlan(tx, earlier.id) : []);
    return template.steps.map((step, index) => ({
      ...timed(step),
      stepId: keptIds[index] ?? idOfNew(index),
    }));
  }

  /** Edited steps with ids: a kept step's own, new ones for the rest. Throws InvalidContent. */
  async toEdit(
    tx: Tx,
    planId: string,
    drafts: readonly PlanStepDraft[],
    idOfNew: (index: number) => string = newId,
  ): Promise<{ steps: StandingStep[]; contents: PinnedSteps['contents'] }> {
    const standing = await this.ofPlan(tx, planId);
    const ids = new Set(standing.map(({ id }) => id));
    const unknown = drafts.flatMap(({ stepId }, index) =>
      stepId === undefined || ids.has(stepId) ? [] : [`steps.${index}.stepId`],
    );
    if (unknown.length > 0) {
      throw new InvalidContent(unknown.map((field) => ({ field, code: 'unknownReference', params: {} })));
    }
    const inUse = standing.map(({ promptTemplateCode }) => promptTemplateCode);
    const { steps, contents } = await pinSteps(tx, drafts, inUse);
    return {
      steps: steps.map((step, index) => ({ ...step, stepId: drafts[index]!.stepId ?? idOfNew(index) })),
      contents,
    };
  }

  /**
   * Puts edited steps in the place of those that stand; one that is taken out is marked so. Throws Conflict.
   * @param plan the version of its template is the one that its steps bring in
   */
  async replace(
    tx: Tx,
    plan: Pick<IntegrationPlan, 'id' | 'clientId' | 'version' | 'templateVersion'>,
    steps: readonly StandingStep[],
  ): Promise<void> {
    const { clinicId } = tx.actor;
    const { affected } = await tx.manager.update(
      IntegrationPlan,
      { clinicId, id: plan.id, version: plan.version, status: 'live' },
      { version: plan.version + 1, changedAt: tx.now, templateVersion: plan.templateVersion },
    );
    if (affected !== 1) throw staleVersion();
    const standing = new Set((await this.ofPlan(tx, plan.id)).map(({ id }) => id));
    const kept = new Set(steps.map(({ stepId }) => stepId));
    const removed = [...standing].filter((id) => !kept.has(id));
    await tx.query(
      `update plan_steps set removed_at = app_now()
       where clinic_id = $1 and plan_id = $2 and id = any ($3) and removed_at is null`,
      [clinicId, plan.id, removed],
    );
    const rows = stepRows(clinicId, plan, steps);
    for (const { id, ...row } of rows.filter(({ id }) => standing.has(id))) {
      await tx.manager.update(PlanStep, { clinicId, planId: plan.id, id }, row);
    }
    const fresh = rows.filter(({ id }) => !standing.has(id));
    if (fresh.length > 0) await tx.manager.insert(PlanStep, fresh);
  }

  /** Steps of a plan that goes live now. */
  async insert(
    tx: Tx,
    plan: { id: string; clientId: string },
    steps: readonly StandingStep[],
  ): Promise<void> {
    await tx.manager.insert(PlanStep, stepRows(tx.actor.clinicId, plan, steps));
  }
}

/** A starter says of a measure only which one it is; a clinic's own template was timed when it was written. */
function timed({ prompt, spec }: PlanTemplateStep): PlanTemplateStep {
  const measure = findStarter(prompt.code, prompt.version)?.measure;
  return {
    prompt,
    spec: { ...spec, ...measureTiming(measure && findMeasure(measure.code, measure.version)) },
  };
}

function stepRows(clinicId: string, plan: { id: string; clientId: string }, steps: readonly StandingStep[]) {
  return steps.map(({ stepId, prompt, spec }, position) => ({
    clinicId,
    planId: plan.id,
    id: stepId,
    clientId: plan.clientId,
    position,
    promptTemplateCode: prompt.code,
    promptTemplateVersion: prompt.version,
    spec,
    removedAt: null,
  }));
}
