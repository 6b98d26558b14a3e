import type { Temporal } from 'temporal-polyfill';
import { newId } from '@app/platform/ids/ids.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import type { Answer } from '@app/reflections/answer.types.js';
import type { MadeClinic } from '../../../test/factories/clinic.factory.js';
import type { House } from '../../../test/factories/house.js';

/** A reflection as it stands once its client has sent it, at the clock's time. */
export async function aReflection(
  { house, clinic }: { house: Pick<House, 'db' | 'keyring'>; clinic: Pick<MadeClinic, 'clinicId'> },
  {
    clientId,
    promisedBy,
    promptId,
    asked,
    ...answer
  }: Partial<Answer> & {
    clientId: string;
    promisedBy?: Temporal.Instant;
    promptId?: string;
    asked?: Partial<AskedQuestion>;
  },
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
        question: { title, question, hint, checkIns, chips, ...asked },
        nothing: false,
        browser: '',
      },
    );
    await tx.query(
      `insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, promised_by, prompt_id, version)
       values ($1, $2, $3, $4, app_now(), $5, $6, 1)`,
      [clinicId, id, clientId, body, promisedBy?.toString() ?? null, promptId ?? null],
    );
  });
  return id;
}
