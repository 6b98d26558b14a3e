import { newId } from '@app/platform/ids/ids.js';
import type { ThreadView } from '@app/threads/thread.view.js';
import type { RunningApi } from '../support/api/running-api.js';
import type { Person } from './callers.js';

/** Ids of what is made of a client's words, by the part of the path before them. */
export interface ThingsOfWords {
  threads: string;
  stages: string;
  'early-signs': string;
  'process-notes': string;
}

interface Of {
  clients: string;
  reflections: string;
  appointments: string;
}

/** One entry of a list of what to bring. */
export const A_BRING_LIST = [{ id: newId(), text: 'The field', done: false }];
/** What stands at the beginning of the reflection of every client here. */
export const QUOTED = { from: 0, to: 7, quote: 'A field' };

/** What the owner made of the words that a client of theirs sent: read, marked, quoted, noted. */
export async function thingsOfWords(api: RunningApi, owner: Person, of: Of): Promise<ThingsOfWords> {
  const { clients, reflections, appointments } = of;
  const send = async (method: 'post' | 'put', path: string, body: object) => {
    const answer = await api.call(method, `/api${path}`, owner.cookie).send(body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body as { id: string };
  };
  await send('post', `/reflections/${reflections}/reading`, {});
  await send('put', `/reflections/${reflections}/marks`, { version: 0, highlights: [], tags: ['C4'] });
  await send('put', `/appointments/${appointments}/bring-list`, { version: 0, items: A_BRING_LIST });
  const line = { text: 'Sleeping badly', byClient: true, phone: null };
  await send('post', `/clients/${clients}/safety-plans`, { version: 0, steps: { warningSigns: [line] } });
  const { id: threads } = await send('post', `/clients/${clients}/threads`, { name: 'The field' });
  const stage = { version: 1, stage: 'insight', evidence: [{ reflectionId: reflections, ...QUOTED }] };
  const thread = (await send('post', `/threads/${threads}/stages`, stage)) as ThreadView;
  const sign = await send('post', `/clients/${clients}/early-signs`, { words: 'The dishes stay' });
  const note = await send('post', `/clients/${clients}/process-notes`, { text: 'Slowly.' });
  return { threads, stages: thread.stage!.id, 'early-signs': sign.id, 'process-notes': note.id };
}
