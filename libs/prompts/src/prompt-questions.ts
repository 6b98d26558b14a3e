import { Injectable } from '@nestjs/common';
import { wordsIn } from '@app/design/words/say.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal } from '@app/platform/encryption/sealing.js';
import { askedQuestionOf, promptContent } from '@app/plans/prompt-contents.js';
import { askedExtras } from './asked-extras.queries.js';
import { withExtras } from './asked-extras.js';
import type { Claim } from './mailing-claim.queries.js';
import { askedSafely } from './measure-to-ask.js';
import { staffedMornings } from './staffed-mornings.queries.js';
import { isStaffedMorning } from './staffed-mornings.rules.js';

/** Copies what a prompt asks when it is sent. */
@Injectable()
export class PromptQuestions {
  constructor(private readonly keyring: Keyring) {}

  /** A later edit must not rewrite what was asked. Sealed so that the worker itself cannot read it. */
  async keep(tx: Tx, claim: Claim): Promise<void> {
    if (claim.kind !== 'first') return;
    const { templateCode: code, templateVersion: version, clientId } = claim;
    const content = askedQuestionOf(await promptContent(tx, { code, version }));
    const key = await this.keyring.client(tx, clientId);
    const extras = await askedExtras(tx, key, clientId, content);
    const personal = withExtras(content, extras, wordsIn(claim.language));
    const asked = askedSafely(personal, content.measure !== undefined && (await isAnsweredNow(tx)));
    const binding = { clinicId: tx.actor.clinicId, label: 'prompt.question', rowId: claim.promptId };
    await tx.query(
      `insert into prompt_questions (clinic_id, prompt_id, client_id, question_sealed)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [tx.actor.clinicId, claim.promptId, clientId, seal(key, binding, JSON.stringify(asked))],
    );
  }
}

/** Asked again here, in the last moment: what staff send by hand waits for no morning. */
async function isAnsweredNow(tx: Tx): Promise<boolean> {
  const mornings = await staffedMornings(tx);
  return mornings !== null && isStaffedMorning(tx.now.epochMilliseconds, mornings);
}
