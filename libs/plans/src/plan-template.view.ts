import { v5 } from 'uuid';
import type { FoundTemplate } from './found-template.js';
import { PlanStepView, planStepView } from './plan-step.view.js';
import type { PlanContent } from './plan-step.types.js';
import type { PromptContents } from './prompt-contents.js';

/** Ids of a template's steps are made of their place: a template has no rows for them. */
const STEPS = '6f1a1c52-52a5-4d0c-9d2c-7a2f7d0a3b11';

export class PlanTemplateView {
  /** A starter's code, or the id of the clinic's own. */
  id!: string;
  starter!: boolean;
  startedFrom!: string | null;
  /** Of the row, for the next change; 0 for starters. */
  version!: number;
  /** The newest published version. */
  number!: number;
  title!: string;
  steps!: PlanStepView[];
  archivedAt!: string | null;
}

export class PlanVersionView {
  number!: number;
  /** Null for starters. */
  publishedAt!: string | null;
  publishedByName!: string | null;
  title!: string;
  steps!: PlanStepView[];
}

export class PlanTemplateWithVersionsView extends PlanTemplateView {
  /** Newest first. */
  versions!: PlanVersionView[];
}

export class PlanTemplateListView {
  items!: PlanTemplateView[];
  /** Always null: the list comes whole. */
  next!: string | null;
}

/** A template belongs to no client, so its questions are for everybody who sees the library. */
export function planTemplateView(
  found: FoundTemplate<PlanContent>,
  contents: PromptContents,
): PlanTemplateView {
  const { id, starter, startedFrom, version, number, content, archivedAt } = found;
  return {
    ...{ id, starter, startedFrom, version, number },
    ...planContentView({ id, number, content }, contents),
    archivedAt,
  };
}

/** What one version of a template holds. */
export function planContentView(
  { id, number, content }: Pick<FoundTemplate<PlanContent>, 'id' | 'number' | 'content'>,
  contents: PromptContents,
): Pick<PlanTemplateView, 'title' | 'steps'> {
  const steps = content.steps.map((step, index) =>
    planStepView(
      v5(`${id}/${number}/${index}`, STEPS),
      step,
      contents.of(step.prompt.code, step.prompt.version),
      true,
    ),
  );
  return { title: content.title, steps };
}
