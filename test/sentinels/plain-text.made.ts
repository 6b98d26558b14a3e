import { randomUUID } from 'node:crypto';
import request from 'supertest';

/** What staff make of a client's words and note about their safety, each unlike anything else. */
export function madeSecrets(mark: string) {
  return {
    'thread name': `Kestrel over stubble ${mark}`,
    'end of a scale': `far as the sluice ${mark}`,
    'words of a check': `nearly the kiln ${mark}`,
    'early sign': `the dishes by the ferry ${mark}`,
    'process note': `a long pause near the mill ${mark}`,
    'changed process note': `a longer pause near the mill ${mark}`,
    'bring list': `ask about the pontoon ${mark}`,
    'searched words': `gravel otterholt ${mark}`,
    'emergency contact': `Aunt Brindlemere${mark} by the lock`,
    relation: `keeper of the sluicegate ${mark}`,
    'about whom to call': `only the heron matter ${mark}`,
    'line of a safety plan': `counting the lamps on Quillon pier ${mark}`,
    'webhook address': `hookpath${mark}`,
    // As it would be written down unsealed.
    'a mark': '"highlights":[{"from":4,"to":9}]',
    'evidence of a stage': '"from":4,"to":10',
  };
}

export interface MadeLife {
  base: string;
  /** Of an admin who reads the client's words. */
  cookie: string;
  clientId: string;
  callId: string;
  /** What the client sent and changed afterwards; and what they sent first, in which a phrase was found. */
  secrets: ReturnType<typeof madeSecrets> & Record<'words' | 'changed words', string>;
  /** Takes the tokens that must stand nowhere. */
  tokens: Record<string, string>;
}

type Send = (method: 'get' | 'post' | 'put' | 'patch', path: string, body?: object) => Promise<Made>;
interface Made {
  id: string;
  version: number;
  items: (Made & { words: string })[];
}

/** Reads, marks, names and notes what the client sent, and where notices go besides e-mail. */
export async function makeOfWords(life: MadeLife): Promise<void> {
  const { base, cookie, clientId, callId, secrets, tokens } = life;
  const send: Send = async (method, path, body) => {
    const made = request(base)[method](`/api${path}`).set('X-Throughline', '1').set('Cookie', cookie);
    const answer = await (body ? made.send(body) : made);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body as Made;
  };
  const { items } = await send('get', `/clients/${clientId}/reflections`);
  const reflectionId = items.find(({ words }) => words === secrets['changed words'])!.id;
  await send('post', `/reflections/${reflectionId}/reading`, {});
  const highlights = [{ from: 4, to: 9 }];
  await send('put', `/reflections/${reflectionId}/marks`, { version: 0, highlights, tags: ['C4'] });
  await send('post', '/reflections/search', { q: secrets['searched words'] });
  await noteIt(send, life, reflectionId);
  await threadIt(send, life, reflectionId);
  const list = [{ id: randomUUID(), text: secrets['bring list'], done: false }];
  await send('put', `/appointments/${callId}/bring-list`, { version: 0, items: list });

  const { version } = await send('get', `/clients/${clientId}`);
  const agreement = { mayCall: true, about: secrets['about whom to call'], agreedOn: '2026-01-05' };
  const someone = { name: secrets['emergency contact'], relation: secrets.relation, phone: '5550188' };
  await send('patch', `/clients/${clientId}`, { version, emergencyContact: { ...someone, agreement } });
  const line = { text: secrets['line of a safety plan'], byClient: true, phone: null };
  await send('post', `/clients/${clientId}/safety-plans`, {
    version: 0,
    steps: { warningSigns: [line] },
  });
  const flags = JSON.stringify(await send('get', '/safety-flags'));
  if (!flags.includes(secrets.words)) throw new Error('No flag rests on the phrase.');
  const url = `https://127.0.0.1:9/${secrets['webhook address']}`;
  const webhook = (await send('put', '/clinic/safety-webhook', { url })) as Made & { secret: string };
  tokens['webhook secret'] = webhook.secret;
  await send('post', '/clinic/safety-webhook/test', {});
}

async function noteIt(send: Send, { clientId, secrets }: MadeLife, reflectionId: string): Promise<void> {
  const note = await send('post', `/clients/${clientId}/process-notes`, {
    text: secrets['process note'],
    reflectionId,
  });
  const { version } = note;
  await send('put', `/process-notes/${note.id}`, { version, text: secrets['changed process note'] });
  await send('post', `/clients/${clientId}/early-signs`, { words: secrets['early sign'] });
}

async function threadIt(send: Send, { clientId, secrets }: MadeLife, reflectionId: string): Promise<void> {
  const named = { name: secrets['thread name'], originReflectionId: reflectionId };
  const { id, version } = await send('post', `/clients/${clientId}/threads`, named);
  const quote = secrets['changed words'].slice(4, 10);
  const evidence = [{ reflectionId, from: 4, to: 10, quote }];
  const staged = await send('post', `/threads/${id}/stages`, { version, stage: 'insight', evidence });
  const scale = { low: secrets['end of a scale'], high: 'Near' };
  await send('patch', `/threads/${id}`, { version: staged.version, shared: true, scale });
  await send('post', `/threads/${id}/checks`, { fit: 'not-quite', words: secrets['words of a check'] });
}
