import type { PromptHouse } from '@app/prompts/prompts.test-support.js';
import { newId } from '@app/platform/ids/ids.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { type Answer, sealReflection } from '@app/reflections/reflection-body.js';

/** A reflection as it stands once its client has sent it, at the clock's time. */
export async function aReflection(
  { house, clinic }: Pick<PromptHouse, 'house' | 'clinic'>,
  { clientId, ...answer }: Partial<Answer> & { clientId: string },
): Promise<string> {
  const { clinicId } = clinic;
  const id = newId();
  await house.db.inClinic({ kind: 'client', clinicId, clientId }, async (tx) => {
    const { title, question, hint, checkIns, chips } = promptTemplate('keeps-coming-back', 1);
    const body = sealReflection(
      await house.keyring.client(tx, clientId),
      { clinicId, rowId: id },
      {
        words: 'A field, very wide.',
        checkIns: {},
        chips: [],
        ...answer,
        question: { title, question, hint, checkIns, chips },
        nothing: false,
        browser: '',
      },
    );
    await tx.query(
      `insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version)
       values ($1, $2, $3, $4, app_now(), 1)`,
      [clinicId, id, clientId, body],
    );
  });
  return id;
}
