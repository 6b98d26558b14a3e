import type { MadeStaffMember } from '../../factories/staff-member.factory.js';
import type { BenchApi } from '../bench-run.js';
import type { Call } from '../load.js';
import type { OpenPrompt } from '../world/open-prompts.js';
import { WORDS } from '../world/brief-to-read.js';

/** The cookie of a signed-in staff member; spends a recovery code. */
export async function signIn(
  { port }: BenchApi,
  { email, password, recoveryCodes }: MadeStaffMember,
): Promise<string> {
  const step = async (path: string, body: object, cookie = ''): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/sign-ins${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughline': '1', cookie },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`sign-in${path} answered ${answer.status}`);
    return answer.headers.getSetCookie()[0]!.split(';', 1)[0]!;
  };
  const half = await step('', { email, password });
  return step('/current/second-factor', { kind: 'recovery-code', code: recoveryCodes.shift() }, half);
}

/** What the browser of a practitioner asks for. */
export const briefCall = (appointmentId: string, cookie: string): Call => ({
  method: 'GET',
  path: `/api/appointments/${appointmentId}/brief`,
  headers: { cookie },
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What the browser of a client posts: words and two taps. */
export const submitCall = ({ mailingId, token, browser, nonce }: OpenPrompt): Call => ({
  method: 'POST',
  path: `/r/p/${mailingId}`,
  headers: { ...FORM, cookie: `__Secure-r=${token}; __Secure-b=${browser}` },
  body: new URLSearchParams({ nonce, act: 'send', words: WORDS, ease: '4', energy: '2' }).toString(),
});

/** The same words to the floor. */
export const floorSubmitCall = ({ clientId }: OpenPrompt): Call => ({
  method: 'POST',
  path: '/submit',
  headers: FORM,
  body: new URLSearchParams({ client: clientId, words: WORDS + WORDS }).toString(),
});
