import { describeWithRedis } from '../support/redis.js';
import { type LeftBehind, PlainTextHome } from './plain-text.home.js';
import { firstNameOf, secretsOf } from './plain-text.secrets.js';
import { tracesOf } from './traces.js';

const mark = Math.random().toString(36).slice(2, 8);
const SECRETS = secretsOf(mark);
const FIRST_NAME = firstNameOf(mark);

describe.each([
  ['PostgreSQL', describe],
  ['Redis', describeWithRedis],
] as const)('what people write, with the queue in %s', (backend, describeIt) => {
  describeIt('stands nowhere in plain text', () => {
    let kept: LeftBehind['kept'];
    let mails: LeftBehind['mails'];
    const tokens: Record<string, string> = {};

    beforeAll(async () => {
      const life = { secrets: SECRETS, firstName: FIRST_NAME, tokens };
      ({ kept, mails } = await PlainTextHome.lived(backend, life));
    }, 120_000);

    it('was kept where this looks: rows, logs, and the queue', () => {
      expect(kept['table public.reflections']).toMatch(/body_sealed/);
      expect(kept['table public.drafts']).toMatch(/body_sealed/);
      expect(kept['table public.reflection_wishes']).toMatch(/body_sealed/);
      expect(kept['table public.measure_results']).toMatch(/body_sealed/);
      expect(kept['the log of the API']).toMatch(/"msg":"request".*"path":"\/r\/:token"/);
      expect(kept['the log of the worker']).toMatch(/"outcome":"accepted"/);
      const queue = backend === 'Redis' ? kept['what Redis was told'] : kept['table bullmq.job'];
      expect(queue).toMatch(/mailingId/);
      expect(Object.keys(tokens)).toEqual(
        expect.arrayContaining([
          'sign-in',
          'reply first',
          'stop first',
          'cookie 0 first',
          'cookie 1 first',
          'reply measure',
          'fresh',
          'unasked',
          'unasked cookie 2',
          'start-again',
          'opt-in',
          'pace cookie 2',
          'sender',
          'invite',
          'reset',
          'start',
          'totp secret',
        ]),
      );
    });

    it('finds what is there, plain or encoded', () => {
      const secret = { it: 'a heron' };
      for (const text of [
        'A Heron',
        'a%20heron',
        '61206865726f6e',
        ...['', '.', '..'].map((lead) => Buffer.from(`${lead}a heron.`).toString('base64')),
      ]) {
        expect(tracesOf(secret, { here: text })).toMatchObject([{ what: 'it', where: 'here' }]);
      }
      expect(tracesOf(secret, { here: 'an heron' })).toEqual([]);
    });

    it('holds no word, name, address or number that anybody typed', () => {
      expect(tracesOf({ ...SECRETS, 'first name': FIRST_NAME }, kept)).toEqual([]);
    });

    it('holds no token of a link, a browser or a sign-in', () => {
      expect(tracesOf(tokens, kept)).toEqual([]);
    });

    it('leaves e-mails with the address they go to and the first name in the greeting, and no more', () => {
      const { 'e-mail': mailbox, ...others } = SECRETS;
      expect(mails.length).toBeGreaterThanOrEqual(4);
      for (const { to, headers, body } of mails) {
        const unfolded = headers.replace(/\r\n[ \t]+/g, ' ');
        const withoutTo = unfolded
          .split('\r\n')
          .filter((line) => !/^To:/i.test(line))
          .join('\n');
        const decoded = body.replace(/=\r\n/g, '');
        expect(tracesOf({ ...SECRETS, 'first name': FIRST_NAME }, { headers: withoutTo })).toEqual([]);
        expect(tracesOf({ ...others, mailbox }, { body: decoded })).toEqual([]);
        const neverInHeaders = without(tokens, /^stop (first|second|measure)$/);
        expect(tracesOf(neverInHeaders, { headers: unfolded })).toEqual([]);
        if (to === mailbox) expect(decoded).toContain(FIRST_NAME);
        else expect(tracesOf({ 'first name': FIRST_NAME }, { body: decoded })).toEqual([]);
      }
    });
  });
});

function without(tokens: Readonly<Record<string, string>>, names: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).filter(([name]) => !names.test(name)));
}
