import { askedExtras } from '@app/prompts/asked-extras.queries.js';
import type { ReplyTown } from '../reply.test-support.js';

/** The early signs that the next question about them would ask the client about. */
export function agreedSignsOf({ api, clinic, clientId }: ReplyTown): Promise<string[]> {
  return api.house.db.inClinic(clinic.system, async (tx) => {
    const key = await api.house.keyring.client(tx, clientId);
    const { signs } = await askedExtras(tx, key, clientId, { asksEarlySigns: true });
    return signs.map(({ words }) => words);
  });
}
