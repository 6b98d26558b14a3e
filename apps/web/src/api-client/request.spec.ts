import {
  active,
  confirmed,
  nowWatched,
  signedInAgain,
  signedInAs,
  signedOut,
  type Person,
} from '../signed-in/watch.js';
import { ApiProblem, request } from './request.js';

const maren: Person = {
  accountId: 'a-1',
  clinicId: 'c-1',
  name: 'Maren Okoye',
  email: 'maren@fernhollow.example',
  zone: 'America/Los_Angeles',
  idleMs: 900_000,
  expiresAt: Date.now() + 3_600_000,
};
const answer = (status: number, body: object = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refusal = (status: number, code: string) =>
  answer(status, { type: `urn:throughline:problem:${code}`, status });
const settled = () => new Promise((resolve) => setImmediate(resolve));

let sent: jest.SpiedFunction<typeof fetch>;
beforeEach(() => {
  sent = jest.spyOn(globalThis, 'fetch');
  const page = { documentElement: { toggleAttribute: jest.fn() }, activeElement: null };
  Object.assign(globalThis, { document: page });
});
afterEach(() => {
  signedOut();
  sent.mockRestore();
});

describe('a call that needs a fresh second factor', () => {
  it('is made again with the same key once the person has confirmed', async () => {
    sent
      .mockResolvedValueOnce(refusal(403, 'step-up-required'))
      .mockResolvedValueOnce(answer(201, { id: 1 }));
    const made = request('/invitations', { method: 'POST', body: {}, idempotencyKey: 'k-1' });
    await settled();
    expect([nowWatched().isConfirming, sent.mock.calls.length]).toEqual([true, 1]);
    confirmed(true);
    expect(await made).toEqual({ id: 1 });
    expect(sent.mock.calls.map(([, call]) => new Headers(call?.headers).get('idempotency-key'))).toEqual([
      'k-1',
      'k-1',
    ]);
    expect(nowWatched().isConfirming).toBe(false);
  });

  it('gives a file as it came, with the factor asked for before', async () => {
    sent.mockResolvedValueOnce(refusal(403, 'step-up-required'));
    sent.mockResolvedValueOnce(new Response('at,who\r\n', { headers: { 'content-type': 'text/csv' } }));
    const made = request<Blob>('/audit-events/csv?', { isFile: true });
    await settled();
    confirmed(true);
    expect(await (await made).text()).toBe('at,who\r\n');
  });

  it('is refused when the person would rather not', async () => {
    sent.mockResolvedValueOnce(refusal(403, 'step-up-required'));
    const made = request('/invitations', { method: 'POST', body: {} });
    await settled();
    confirmed(false);
    const error = await made.catch((refused: unknown) => refused);
    expect((error as ApiProblem).is('step-up-required')).toBe(true);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('asks once for several calls', async () => {
    sent.mockImplementation(() =>
      Promise.resolve(nowWatched().isConfirming ? refusal(403, 'step-up-required') : answer(200)),
    );
    sent.mockResolvedValueOnce(refusal(403, 'step-up-required'));
    const both = Promise.all([request('/a'), settled().then(() => request('/b'))]);
    await settled();
    await settled();
    confirmed(true);
    await both;
    expect(sent).toHaveBeenCalledTimes(4);
  });
});

describe('a call that finds the sign-in gone', () => {
  it('covers the page, waits for the same person, and is made again', async () => {
    signedInAs(maren);
    sent
      .mockResolvedValueOnce(refusal(401, 'signed-out'))
      .mockResolvedValueOnce(answer(200, { name: 'June' }));
    const made = request('/clients/1', { method: 'PATCH', body: {} });
    await settled();
    expect([nowWatched().ended, sent.mock.calls.length]).toEqual(['gone', 1]);
    expect(document.documentElement.toggleAttribute).toHaveBeenLastCalledWith('data-covered', true);
    signedInAgain(maren);
    expect(await made).toEqual({ name: 'June' });
    expect(nowWatched().ended).toBeNull();
  });

  it('fails at once where nobody was signed in', async () => {
    sent.mockResolvedValueOnce(refusal(401, 'signed-out'));
    await expect(request('/me')).rejects.toBeInstanceOf(ApiProblem);
    expect(nowWatched().ended).toBeNull();
  });

  it('fails at once where it is part of signing in', async () => {
    signedInAs(maren);
    sent.mockResolvedValueOnce(refusal(401, 'sign-in-refused'));
    await expect(request('/sign-ins', { method: 'POST', isSigningIn: true })).rejects.toBeInstanceOf(
      ApiProblem,
    );
    expect(nowWatched().ended).toBeNull();
  });
});

describe('a call that nobody asked for', () => {
  const background = (call = 0) =>
    new Headers(sent.mock.calls[call]?.[1]?.headers).get('x-throughline-background');

  it('says so when the person has done nothing for a while', async () => {
    const now = Date.now();
    active(now);
    sent.mockImplementation(() => Promise.resolve(answer(200)));
    await request('/today');
    jest.spyOn(Date, 'now').mockReturnValue(now + 10_001);
    await request('/today');
    await request('/me', { isPersons: true });
    await request('/prompts/1/hold', { method: 'POST' });
    jest.restoreAllMocks();
    expect([0, 1, 2, 3].map(background)).toEqual([null, '1', null, null]);
  });
});
