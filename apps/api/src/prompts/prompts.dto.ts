import { PromptView } from '@app/prompts/prompt.view.js';

export class PromptListView {
  items!: PromptView[];
  /** Give it as `after` for the rest; null at the end. */
  next!: string | null;
}
