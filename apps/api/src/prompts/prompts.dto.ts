import { IsInt, Min } from 'class-validator';
import { PromptView } from '@app/prompts/prompt.view.js';
import { IfGiven } from '../clients/if-given.decorator.js';

export class ChangePromptDto {
  /** The one that was read; any when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class PromptListView {
  items!: PromptView[];
  /** Give it as `after` for the rest; null at the end. */
  next!: string | null;
}
