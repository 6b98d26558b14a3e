import type { ClientView } from '../../api-client/views.js';
import type { Step } from './staging.js';
import type { StagedPlan } from './use-staged-plan.js';

/** What every list of prompts or steps is given. */
export interface RowsProps {
  client: ClientView;
  staged: StagedPlan;
  /** Key of the row, or id of the step, that is open. */
  selected: string | null;
  onSelect(key: string | null): void;
  onSwap(step: Step): void;
}
