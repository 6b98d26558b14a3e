import { wordsIn } from '@app/design/words/say.js';
import type { Tx } from '@app/platform/database/database.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { askedQuestionOf, promptContent } from '@app/plans/prompt-contents.js';
import type { ReplyFactsRow } from './reply-page.queries.js';

const say = wordsIn('en-US');

/** What the page asks on which a client leaves something of their own accord. */
export const UNASKED: AskedQuestion = {
  title: say('unasked.titleForStaff'),
  question: say('unasked.question'),
  hint: say('unasked.questionHint'),
  checkIns: [],
  chips: [],
};

/** What a small shift in three taps is kept under. */
export const SHIFT_LOG: AskedQuestion = {
  title: say('shiftLog.titleForStaff'),
  question: null,
  hint: '',
  checkIns: [],
  chips: [],
};

/** The question as it was asked; as its template has it while nothing has been asked yet. */
export async function askedQuestion(
  tx: Tx,
  key: Key,
  promptId: string,
  facts: Pick<ReplyFactsRow, 'question_sealed' | 'template_code' | 'template_version'>,
): Promise<AskedQuestion> {
  const { question_sealed: sealed, template_code: code, template_version: version } = facts;
  if (sealed) {
    const binding = { clinicId: tx.actor.clinicId, label: 'prompt.question', rowId: promptId };
    return JSON.parse(unseal(key, binding, sealed)) as AskedQuestion;
  }
  if (code === null || version === null) throw new NotFound('prompt');
  return askedQuestionOf(await promptContent(tx, { code, version }));
}
