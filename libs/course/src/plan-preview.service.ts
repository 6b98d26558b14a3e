import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import type { Pace } from '@app/clients/client.types.js';
import { ClinicReadiness } from '@app/clinics/settings/clinic-readiness.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { planToStart } from '@app/plans/plan-contents.js';
import { pinSteps } from '@app/plans/plan-drafts.js';
import type { PlanStepDraft } from '@app/plans/plan-draft.types.js';
import { measureSize } from '@app/plans/measure-size.js';
import { PlanStepsService, type StandingStep } from '@app/plans/plan-steps.service.js';
import { PlansService } from '@app/plans/plans.service.js';
import { anyAsksSafety, promptContents } from '@app/plans/prompt-contents.js';
import { minutesAWeek, wordsToRead } from '@app/plans/reading-load.rules.js';
import { type ScheduleFacts, scheduleOf, type WantedPrompt } from '@app/prompts/client-schedule.js';
import { HORIZON_DAYS } from '@app/prompts/occurrences.rules.js';
import {
  clientFacts,
  type LivePlan,
  livePlanOf,
  marksOf,
  promptRowsOf,
} from '@app/prompts/prompt-facts.queries.js';
import { previewRows } from './plan-preview-rows.js';
import type { PlanPreviewView } from './plan-preview.view.js';

/** What is tried: a template, or edited steps, at another pace. What is left out is as it stands. */
export interface PlanTrial {
  template?: string | undefined;
  /** A version of the template; its newest when absent. */
  number?: number | undefined;
  planId?: string | undefined;
  steps?: readonly PlanStepDraft[] | undefined;
  pace?: Pace | undefined;
}

/** Shows what a plan would send, and writes nothing of it: the same function makes the rows. */
@Injectable()
export class PlanPreviewService {
  constructor(
    private readonly db: Database,
    private readonly plans: PlansService,
    private readonly steps: PlanStepsService,
    private readonly readiness: ClinicReadiness,
    private readonly audit: AuditService,
  ) {}

  /** Throws NotFound, Invalid, InvalidContent. */
  async preview(actor: StaffActor, clientId: string, trial: PlanTrial): Promise<PlanPreviewView> {
    return this.db.inClinic(actor, async (tx) => {
      const client = await clientFacts(tx, clientId);
      if (!client) throw new NotFound('client');
      const standingPlan = await livePlanOf(tx, clientId);
      const plan = await this.tried(tx, clientId, trial, standingPlan);
      const rows = await promptRowsOf(tx, clientId);
      const facts: ScheduleFacts = {
        client,
        plan: standingPlan,
        rows,
        ...(await marksOf(tx, clientId)),
        now: tx.now,
      };
      const standing = scheduleOf(facts).wanted;
      const pace = trial.pace ?? client.pace;
      const { wanted } = scheduleOf({ ...facts, client: { ...client, pace }, plan });
      const contents = await promptContents(tx, [
        ...[...standing, ...wanted].map(({ asking }) => refOf(asking)),
        ...rows.map((row) => ({ code: row.template_code, version: row.template_version })),
      ]);
      const words = wanted.filter(isSent).map(({ asking: { templateCode, templateVersion } }) => {
        const content = contents.of(templateCode, templateVersion);
        return wordsToRead(content, measureSize(content));
      });
      const locationTimeZone = await locationZoneOf(tx, clientId);
      await this.note(tx, clientId);
      return {
        rows: previewRows({
          wanted,
          standing,
          rows,
          stepIds: plan?.steps.map(({ stepId }) => stepId) ?? [],
          contents,
          locationTimeZone,
          now: tx.now,
        }),
        minutesAWeek: minutesAWeek(words, HORIZON_DAYS),
        until: lastDay(client.timeZone, tx),
        timeZone: client.timeZone,
        locationTimeZone,
        missing: await this.readiness.missing(tx, { asksSafety: await asksOfSafety(tx, plan) }),
        withoutMornings: client.staffedMornings === null && isAskedOnMornings(plan),
      };
    });
  }

  /** The plan as it would stand. New steps come after every one that stands, in their order, as they would. */
  private async tried(
    tx: Tx,
    clientId: string,
    { template, number, planId, steps: drafts }: PlanTrial,
    standing: LivePlan | null,
  ): Promise<LivePlan | null> {
    if (planId !== undefined) {
      const plan = await this.plans.find(tx, planId);
      if (plan.clientId !== clientId || plan.status !== 'live') throw new NotFound('plan');
    }
    if (template !== undefined && !drafts) {
      const found = await planToStart(tx, template, number);
      return livePlan(await this.steps.toStart(tx, clientId, found, placeholder), null, tx);
    }
    if (!drafts) return standing;
    if (standing && template === undefined) {
      const { steps } = await this.steps.toEdit(tx, standing.planId, drafts, placeholder);
      return livePlan(steps, standing, tx);
    }
    const { steps } = await pinSteps(tx, drafts);
    return livePlan(
      steps.map((step, index) => ({ ...step, stepId: placeholder(index) })),
      null,
      tx,
    );
  }

  private note(tx: Tx, clientId: string): Promise<void> {
    return this.audit.record(tx, {
      action: 'plan.previewed',
      subjectType: 'client',
      subjectIds: [clientId],
      clientIds: [clientId],
    });
  }
}

/** Sorts behind every id that was ever given out, as a new step's does. */
function placeholder(index: number): string {
  return `ffffffff-ffff-7fff-bfff-${String(index).padStart(12, '0')}`;
}

function livePlan(steps: readonly StandingStep[], standing: LivePlan | null, tx: Tx): LivePlan | null {
  if (steps.length === 0) return null;
  return {
    planId: standing?.planId ?? placeholder(0),
    liveFrom: standing?.liveFrom ?? tx.now,
    steps: steps.map(({ stepId, prompt, spec }) => ({
      ...spec,
      stepId,
      templateCode: prompt.code,
      templateVersion: prompt.version,
    })),
  };
}

/** The plan as it would stand asks how safe the client is. */
function asksOfSafety(tx: Tx, plan: LivePlan | null): Promise<boolean> {
  const steps = plan?.steps ?? [];
  return anyAsksSafety(
    tx,
    steps.map(({ templateCode: code, templateVersion: version }) => ({ code, version })),
  );
}

/** A measure of it asks about safety. */
function isAskedOnMornings(plan: LivePlan | null): boolean {
  return plan?.steps.some(({ staffedMornings }) => staffedMornings) ?? false;
}

function isSent({ status }: WantedPrompt): boolean {
  return status === 'scheduled';
}

function refOf({ templateCode: code, templateVersion: version }: WantedPrompt['asking']) {
  return { code, version };
}

function lastDay(timeZone: string, tx: Tx): string {
  return tx.now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: HORIZON_DAYS }).toString();
}

async function locationZoneOf(tx: Tx, clientId: string): Promise<string> {
  const [row] = await tx.query<{ time_zone: string }>(
    `select l.time_zone from clients c join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     where c.clinic_id = $1 and c.id = $2`,
    [tx.actor.clinicId, clientId],
  );
  return row!.time_zone;
}
