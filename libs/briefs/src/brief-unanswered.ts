import { wordsIn } from '@app/design/words/say.js';
import { informs } from '@app/plans/prompt-content.rules.js';
import type { PromptContent } from '@app/plans/prompt-template.types.js';
import { findStarter } from '@app/plans/prompt-templates.data.js';
import { whyUnanswered } from './brief.rules.js';
import { instantOf, type UnansweredRow } from './brief-rows.js';
import type { UnansweredView } from './brief.view.js';

const DELIVERY_TROUBLES = ['failed', 'unknown', 'bounced'];

/** What was asked and not answered, and why, as far as anybody knows. */
export function unansweredViews(rows: readonly UnansweredRow[]): UnansweredView[] {
  const say = wordsIn('en-US');
  return rows
    .map((prompt) => ({ ...prompt, content: contentOf(prompt) }))
    .filter(wasAskedOrFailed)
    .map((prompt) => ({
      promptId: prompt.id,
      title: prompt.content.title,
      status: prompt.status,
      why: say(`unanswered.${whyUnanswered(prompt.status, prompt.delivery)}`),
      sendAt: instantOf(prompt.send_at).toString(),
    }));
}

function contentOf({
  content,
  template_code: code,
  template_version: version,
}: UnansweredRow): PromptContent {
  const found = content ?? findStarter(code, version);
  if (!found) throw new Error(`There is no prompt template ${code} version ${version}.`);
  return found;
}

/** What only told something and arrived wants no answer. */
function wasAskedOrFailed({
  content,
  status,
  delivery,
}: UnansweredRow & { content: PromptContent }): boolean {
  return !informs(content) || status === 'missed' || DELIVERY_TROUBLES.includes(delivery ?? '');
}
