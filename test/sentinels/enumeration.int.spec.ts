import { Client } from 'pg';
import type { Response, Test } from 'supertest';
import { newToken, tokenHash } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { aClient } from '../factories/client.factory.js';
import { aClinic, type MadeClinic } from '../factories/clinic.factory.js';
import { courseHouseOf } from '../factories/course-house.js';
import { aStaffMember, anAccount } from '../factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../support/api/running-api.js';
import { People, type Person } from './callers.js';

jest.setTimeout(120_000);

const ROUNDS = 15;
const ATTEMPTS = 3;
const UNKNOWN = 'nobody-at-all@fernhollow.example';

interface Door {
  /** Asks at the door with this address; with the wrong password where one is asked for. */
  knock: (email: string) => Test;
  status: number;
  addresses: () => Record<string, string>;
}

describe('an address that is known and one that is not', () => {
  let api: RunningApi;
  let admin: Client;
  let dana: Person;
  const known = { active: '', disabled: '', elsewhere: '' };
  const clients = { active: '', 'out of care': '', elsewhere: '' };
  // Each connection keeps the function that it found when it was made: this is there before the first one.
  const asked = jest.spyOn(Client.prototype, 'query');

  beforeAll(async () => {
    api = await runningApi();
    admin = new Client({ connectionString: api.database.adminUrl });
    await admin.connect();
    const people = new People(api, admin);
    const clinic = await aClinic(api.house);
    const other = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    dana = await people.person(clinic, 'Dana Reyes', 'admin');
    known.active = (await aStaffMember(api.house, { clinic, hashedAsForPeople: true })).email;
    known.elsewhere = (await aStaffMember(api.house, { clinic: other, hashedAsForPeople: true })).email;
    const gone = await anAccount(api.house, { hashedAsForPeople: true });
    known.disabled = gone.email;
    await admin.query("update accounts set status = 'disabled' where id = $1", [gone.accountId]);
    await admin.query("update clinics set slug = 'fernhollow' where clinic_id = $1", [clinic.clinicId]);
    clients.active = (await clientOf(api, clinic)).email;
    clients.elsewhere = (await clientOf(api, other)).email;
    const left = await clientOf(api, clinic);
    clients['out of care'] = left.email;
    await admin.query("update clients set status = 'discharged' where id = $1", [left.id]);
  });
  afterAll(async () => {
    await admin.end();
    await api.stop();
    asked.mockRestore();
  });

  const open = (path: string, body: (email: string) => object) => (email: string) =>
    api.call('post', `/api${path}`).send(body(email));
  const everywhere = () => ({ unknown: UNKNOWN, ...known });
  const doors: [string, Door][] = [
    [
      'signing in',
      {
        knock: open('/sign-ins', (email) => ({ email, password: 'not the password at all' })),
        status: 401,
        addresses: everywhere,
      },
    ],
    [
      'a reset',
      { knock: open('/password-resets', (email) => ({ email })), status: 202, addresses: everywhere },
    ],
    [
      'starting a clinic',
      { knock: open('/clinic-starts', (email) => ({ email })), status: 202, addresses: everywhere },
    ],
    [
      'leaving something unasked',
      {
        knock: (email) => api.call('post', '/c/fernhollow').type('form').send({ email }),
        status: 200,
        // Staff are no clients.
        addresses: () => ({ unknown: UNKNOWN, ...clients, staff: known.active }),
      },
    ],
    [
      'an invitation',
      {
        knock: (email) =>
          api.call('post', '/api/invitations', dana.cookie).send({
            email,
            name: 'Ada Wren',
            roles: ['coordinator'],
            locationId: dana.clinic.locationId,
          }),
        status: 201,
        // Who is staff here stands in a list that every admin sees.
        addresses: () => ({ unknown: UNKNOWN, elsewhere: known.elsewhere, disabled: known.disabled }),
      },
    ],
  ];

  /** Nobody has asked before: no wait, no link that is good still. */
  const forget = () =>
    admin.query(
      `truncate sign_in_throttles, account_mails, account_tokens, invitations cascade;
       delete from mailings where kind = 'unasked'`,
    );

  describe.each(doors)('at %s', (_, door) => {
    it('get the same answer', async () => {
      const answers: Record<string, string> = {};
      for (const [who, email] of Object.entries(door.addresses())) {
        await forget();
        answers[who] = told(await door.knock(email).expect(door.status), email);
      }
      expect(new Set(Object.values(answers)).size).toBe(1);
    });

    it('get the same work done: as many statements, and as many rows written', async () => {
      const work: Record<string, object> = {};
      for (const [who, email] of Object.entries(door.addresses())) {
        await forget();
        // What is read once a process is read now.
        await door.knock(email);
        await forget();
        asked.mockClear();
        await door.knock(email).expect(door.status);
        const statements = asked.mock.calls.length;
        work[who] = { statements, ...(await rowsWritten(admin)) };
      }
      const [first] = Object.values(work);
      expect(work).toEqual(Object.fromEntries(Object.keys(work).map((who) => [who, first])));
      expect((first as { statements: number }).statements).toBeGreaterThan(0);
    });

    it('take times that overlap', async () => {
      const addresses = Object.values(door.addresses());
      let apart = true;
      for (let attempt = 0; apart && attempt < ATTEMPTS; attempt += 1) {
        const times = addresses.map((): number[] => []);
        for (let round = 0; round < ROUNDS; round += 1) {
          // In turn, so that whatever else the machine does is spread over all of them.
          for (const [index, email] of addresses.entries()) {
            await forget();
            const startedAt = performance.now();
            await door.knock(email).expect(door.status);
            times[index]!.push(performance.now() - startedAt);
          }
        }
        apart = times.some((one) => times.some((other) => quarters(one).high < quarters(other).low));
      }
      expect(apart).toBe(false);
    });
  });
});

describe('the pages of a mail, to who has no link', () => {
  let api: RunningApi;
  let admin: Client;
  /** Ids of mailings with a living link, by what is true of their client. */
  const mails = {
    [`passphrase_hash = '$scrypt$x'`]: newId(),
    'passphrase_hash = null': newId(),
    'stopped_at = now()': newId(),
    [`status = 'discharged'`]: newId(),
  };

  beforeAll(async () => {
    api = await runningApi();
    admin = new Client({ connectionString: api.database.adminUrl });
    await admin.connect();
    const clinic = await aClinic(api.house);
    for (const [standing, id] of Object.entries(mails)) {
      const client = await clientOf(api, clinic);
      await admin.query(
        `insert into mailings (clinic_id, id, client_id, kind, status, send_at, send_until, sent_at, counts_for_day,
           message_id, attempts, retried)
         values ($1, $2, $3, 'rest_begun', 'sent', app_now(), app_now() + interval '1 hour', app_now(), false, $4, 1,
           false)`,
        [clinic.clinicId, id, client.id, id],
      );
      await admin.query(
        `insert into link_directory (token_hash, clinic_id, mailing_id, purpose) values ($1, $2, $3, 'start-again')`,
        [tokenHash(newToken()), clinic.clinicId, id],
      );
      await admin.query(`update clients set ${standing} where id = $1`, [client.id]);
    }
  });
  afterAll(async () => {
    await admin.end();
    await api.stop();
  });

  it.each([
    '',
    '/pace',
    '/resting',
    '/started',
    '/stopped',
    '/asked',
    '/passphrase',
    '/who-reads',
    '/nowhere',
  ])('are alike, whoever the mail was for: %s', async (path) => {
    const answers = new Set<string>();
    for (const id of Object.values(mails)) {
      const page = await api.call('get', `/r/p/${id}${path}`).set('Accept', 'text/html');
      answers.add(told(page, id));
    }
    expect(answers.size).toBe(1);
  });

  it.each(['unlock', 'consent', 'stop', 'start-again', 'rest-week', 'send', 'set-passphrase'])(
    'take the act %s alike, whoever the mail was for',
    async (act) => {
      const answers = new Set<string>();
      for (const id of Object.values(mails)) {
        const posted = { act, nonce: 'x', passphrase: 'granite otter', words: 'A note.' };
        answers.add(told(await api.call('post', `/r/p/${id}`).type('form').send(posted), id));
      }
      expect(answers.size).toBe(1);
      const { rows } = await admin.query(
        'select 1 from sign_in_throttles union all select 1 from reply_unlocks',
      );
      expect(rows).toEqual([]);
    },
  );
});

/** A client with an address. */
async function clientOf(api: RunningApi, clinic: MadeClinic): Promise<{ id: string; email: string }> {
  const { actor: by } = await aStaffMember(api.house, { clinic });
  const { id, email } = await aClient({ ...courseHouseOf(api.app), ...api.house }, { by });
  return { id, email: email! };
}

/** The whole answer as it is told, save what belongs to the one request, and what was typed. */
function told({ status, headers, text }: Response, email: string): string {
  const {
    'x-request-id': requestId,
    date: _date,
    'content-length': _length,
    ...rest
  } = headers as Record<string, string>;
  const plain = text
    .replaceAll(requestId ?? '-', 'the request id')
    .replaceAll(email, 'the address')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'an instant');
  return JSON.stringify([status, rest, plain]);
}

async function rowsWritten(admin: Client): Promise<object> {
  const { rows } = await admin.query<object>(
    `select (select count(*)::int from account_tokens) as tokens, (select count(*)::int from account_mails) as mails,
       (select count(*)::int from sign_in_throttles) as throttles, (select count(*)::int from sign_ins) as "signIns"`,
  );
  return rows[0]!;
}

function quarters(times: readonly number[]): { low: number; high: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!;
  return { low: at(0.25), high: at(0.75) };
}
