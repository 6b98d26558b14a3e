import { markRead } from './calls.js';
import { ApiProblem } from './request.js';

const answer = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

describe('marking a reflection read', () => {
  it('says which version was shown', async () => {
    const sent = jest.spyOn(globalThis, 'fetch').mockResolvedValue(answer(201, {}));
    await markRead({ id: '01939af2-0000-7000-8000-000000000001', version: 2 });
    const [path, call] = sent.mock.calls[0]!;
    expect(path).toBe('/api/reflections/01939af2-0000-7000-8000-000000000001/reading');
    expect([call?.method, call?.body]).toEqual(['POST', '{"version":2}']);
  });

  it('tells that the client changed it meanwhile from every other refusal', async () => {
    const type = 'urn:throughline:problem:conflict-version';
    jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(answer(409, { type, status: 409 }));
    const refused = await markRead({ id: 'a', version: 1 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect((refused as ApiProblem).isStale).toBe(true);
    jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(answer(409, { type: 'x', status: 409 }));
    const other = await markRead({ id: 'a', version: 1 }).catch((error: unknown) => error);
    expect((other as ApiProblem).isStale).toBe(false);
  });
});
