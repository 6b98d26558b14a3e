import { ownMeasure } from '@app/measures/measure-definitions.queries.js';
import { findMeasure } from '@app/measures/measures.data.js';
import type { Tx } from '@app/platform/database/database.js';
import type { TimedMeasure } from './measure-timing.rules.js';
import type { PlanStepDraft } from './plan-draft.types.js';
import { specOf, stepTroubles } from './plan-step.rules.js';
import type { PlanTemplateStep } from './plan-step.types.js';
import { InvalidContent } from './plans.errors.js';
import type { ContentTrouble } from './prompt-content.types.js';
import { isOwnTemplate, type PromptContents, promptContents, type PromptRef } from './prompt-contents.js';
import type { PromptContent } from './prompt-template.types.js';
import { findStarter, newestStarter } from './prompt-templates.data.js';

/** Edited steps as they would be kept, pinned to versions of their prompt templates. */
export interface PinnedSteps {
  steps: PlanTemplateStep[];
  contents: PromptContents;
}

/**
 * Pins each step to a version of its prompt template, its newest unless one is named, and works out what staff do
 * not choose.
 * @param inUse codes that stand here already: an archived template goes on where it is, and comes to no new place
 * @throws InvalidContent
 */
export async function pinSteps(
  tx: Tx,
  drafts: readonly PlanStepDraft[],
  inUse: readonly string[] = [],
): Promise<PinnedSteps> {
  const own = await newestOfOwn(tx, drafts);
  const troubles = stepTroubles(drafts);
  const refs = drafts.map(({ prompt }, index): PromptRef | null => {
    const found = versionOf(prompt, own);
    const isStale = found !== null && found.isArchived && !inUse.includes(prompt.template);
    if (found && !isStale) return { code: prompt.template, version: found.version };
    const code = isStale ? 'templateArchived' : 'unknownReference';
    troubles.push({ field: `steps.${index}.prompt.template`, code, params: {} });
    return null;
  });
  mustFit(troubles);
  const pinned = refs as PromptRef[];
  const contents = await promptContents(tx, pinned);
  const steps: PlanTemplateStep[] = [];
  for (const [index, draft] of drafts.entries()) {
    const prompt = pinned[index]!;
    const content = contents.of(prompt.code, prompt.version);
    steps.push({ prompt, spec: specOf(draft, content, await measureOf(tx, content)) });
  }
  return { steps, contents };
}

/** What a prompt's measure is defined as: one of ours, or the clinic's own. */
async function measureOf(tx: Tx, { measure }: PromptContent): Promise<TimedMeasure | undefined> {
  if (!measure) return undefined;
  const { code, version } = measure;
  return findMeasure(code, version) ?? (await ownMeasure(tx, code, version))?.definition;
}

function mustFit(troubles: readonly ContentTrouble[]): void {
  if (troubles.length > 0) throw new InvalidContent(troubles);
}

interface Newest {
  number: number;
  isArchived: boolean;
}

async function newestOfOwn(tx: Tx, drafts: readonly PlanStepDraft[]): Promise<Map<string, Newest>> {
  const ids = [...new Set(drafts.map(({ prompt }) => prompt.template).filter(isOwnTemplate))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; number: number; archived: boolean }>(
    `select t.id, max(v.number) as number, t.archived_at is not null as archived
     from prompt_templates t
     join prompt_template_versions v on v.clinic_id = t.clinic_id and v.template_id = t.id
     where t.clinic_id = $1 and t.id = any ($2) group by t.id, t.archived_at`,
    [tx.actor.clinicId, ids],
  );
  return new Map(rows.map(({ id, number, archived }) => [id, { number, isArchived: archived }]));
}

function versionOf(
  { template, number }: PlanStepDraft['prompt'],
  own: ReadonlyMap<string, Newest>,
): { version: number; isArchived: boolean } | null {
  const newest = own.get(template);
  if (newest) {
    const version = number ?? newest.number;
    // Numbers run on from 1 without a gap.
    return version <= newest.number ? { version, isArchived: newest.isArchived } : null;
  }
  const starter = number === undefined ? newestStarter(template) : findStarter(template, number);
  return starter ? { version: starter.version, isArchived: false } : null;
}
