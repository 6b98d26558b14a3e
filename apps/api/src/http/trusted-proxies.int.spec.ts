import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { openFrontDoor } from './open-front-door.js';
import { ProbeModule } from './probe.test-support.js';

/** Ends of the way a request took, as the last proxy wrote them down: the client's own word first. */
const WAY = '198.51.100.1, 203.0.113.7';

describe('where a request comes from', () => {
  let api: RunningApi | undefined;
  afterEach(async () => {
    await api?.stop();
    api = undefined;
  });

  const told = async (trusted: string, headers: Record<string, string>) => {
    api = await runningApi({
      env: { TRUSTED_PROXIES: trusted },
      open: () => openFrontDoor(ProbeModule),
    });
    const { body } = await api.call('get', '/api/probe/from').set(headers).expect(200);
    return (body as { ip: string }).ip.replace(/^::ffff:/, '');
  };

  it('is what a trusted proxy says, and never what the client said to that proxy', async () => {
    expect(await told('127.0.0.1', { 'X-Forwarded-For': WAY })).toBe('203.0.113.7');
  });

  it.each([
    ['nobody is trusted', ''],
    ['the peer is not among the trusted', '10.0.0.0/8,fd00::/8'],
  ])('is the peer itself when %s', async (_, trusted) => {
    expect(await told(trusted, { 'X-Forwarded-For': WAY })).toBe('127.0.0.1');
  });

  it('refuses to open with a list it cannot read, naming the key alone', async () => {
    const open = told('not-an-address', {});
    await expect(open).rejects.toThrow('These settings are missing or wrong: TRUSTED_PROXIES.');
  });
});
