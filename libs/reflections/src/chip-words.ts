import { wordsIn } from '@app/design/words/say.js';
import type { ChipCode } from '@app/plans/prompt-template.types.js';

/** The label of a chip, as the client saw it. */
export function chipWords(code: ChipCode, locale: string): string {
  return wordsIn(locale)(`chip.${code}`);
}
