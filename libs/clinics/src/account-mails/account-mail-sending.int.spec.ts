import { newId } from '@app/platform/ids/ids.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { closeAll, later, smtp } from '@app/platform/mail/mail.test-support.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse } from '../clinics.test-support.js';
import type { TokenPurpose } from '../tokens/account-token.types.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import { AccountMailSending } from './account-mail-sending.service.js';
import type { AccountMailKind, NewAccountMail } from './account-mail.types.js';
import { AccountMailsService } from './account-mails.service.js';

const KINDS: Record<AccountMailKind, string> = {
  invite: 'You are invited to join a team',
  reset: 'Your link to a new password',
  start: 'Your link to get started',
  'sender-check': 'Is this the right mailbox?',
  'test-mail': 'A short question for you',
  'start-known': 'You have an account here',
  'password-changed': 'Your password was changed',
  'factor-added': 'A way to sign in was added',
  'factor-removed': 'A way to sign in was removed',
  'factors-reset': 'Your second step to sign in was reset',
  'recovery-code-used': 'One of your spare codes was used',
  'roles-changed': 'Your roles have changed',
  suspended: 'Your access has ended',
  restored: 'You can sign in again',
  'break-glass': 'Someone opened a record',
  cover: 'You are down as cover',
  'away-planned': 'You are down as away',
  'factors-reset-asked': 'Your second step was not reset',
  'care-team-changed': 'One of your teams has changed',
  'admin-changed-own-roles': 'An admin changed their own roles',
  digest: 'Your day at a glance',
};

const figures = { callRequests: 1, toRead: 2, calls: 3, toConfirm: 0, delivery: 0 };
const PURPOSES = ['invite', 'reset', 'start'] as const;

describe('mails to accounts', () => {
  let at: ClinicsHouse;
  let maren: MadePerson;
  let mails: AccountMailsService;
  let sending: AccountMailSending;

  beforeAll(async () => {
    at = await openClinicsHouse();
    mails = at.get(AccountMailsService);
    sending = at.get(AccountMailSending);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    maren = await at.aPerson({ at: at.clinic });
  });
  afterEach(async () => {
    await at.shift('0');
    at.farEnd.forget();
    await at.rows('delete from account_mails');
    await closeAll();
  });

  const add = (kind: AccountMailKind, more: { tokenId?: string; clinicId?: string } = {}) => {
    const to = { accountId: maren.actor.accountId };
    return mails.add({ kind, to, figures, clinicId: at.clinic.clinicId, ...more } as NewAccountMail);
  };
  const aToken = (purpose: TokenPurpose) => at.get(AccountTokens).issue({ purpose, subjectId: newId() });
  const state = async () => {
    const [row] = await at.rows('select status, attempts, last_code, lease_until from account_mails');
    return row;
  };

  it.each(Object.entries(KINDS) as [AccountMailKind, string][])(
    'of kind %s go out once, as "%s"',
    async (kind, subject) => {
      const purpose = kind === 'sender-check' ? 'sender' : PURPOSES.find((one) => one === kind);
      await add(kind, purpose ? { tokenId: await aToken(purpose) } : {});
      await at.sendDue();
      await at.sendDue();
      expect(at.farEnd.mails).toHaveLength(1);
      expect(at.farEnd.mails[0]).toMatchObject({
        to: maren.email,
        subject,
        // A sample comes as a client would get it.
        from: { name: kind === 'test-mail' ? 'Fernhollow' : 'Throughline' },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      expect(await state()).toMatchObject({ status: 'sent', attempts: 1, lease_until: null });
    },
  );

  it('have a Message-ID of the domain they come from', async () => {
    await add('restored');
    await at.sendDue();
    expect(at.farEnd.mails[0]!.messageId).toMatch(/^<mailing\.[\da-f-]{36}@throughline\.example>$/);
  });

  it.each(['invite', 'reset', 'start'] as const)(
    'carry the link of %s in the fragment alone',
    async (purpose) => {
      await add(purpose, { tokenId: await aToken(purpose) });
      await at.sendDue();
      const token = at.newestToken();
      await at.get(AccountTokens).open(purpose, token);
      const [mail] = at.farEnd.mails;
      expect(mail!.text).toContain(`https://throughline.example/${purpose}#${token}\n`);
      expect(`${mail!.html}${mail!.text}`.split(token)).toHaveLength(3);
    },
  );

  it('tell the end of an invitation on the clock of the clinic', async () => {
    await add('invite', { tokenId: await aToken('invite') });
    await at.sendDue();
    expect(at.farEnd.mails[0]!.text).toMatch(
      /works once, until \w+ \d+ \w+ \d{4}, [\d:]+ [ap]m, Mountain time\./,
    );
  });

  it('repeat the same mail to the byte when the server says later', async () => {
    await add('reset', { tokenId: await aToken('reset') });
    at.farEnd.answer = () => Promise.resolve({ outcome: 'refused-for-now', code: '451 4.3.0' });
    await at.sendDue();
    expect(await state()).toMatchObject({ status: 'scheduled', attempts: 1, last_code: '451 4.3.0' });
    await at.sendDue();
    expect(at.farEnd.mails).toHaveLength(1);
    await at.shift('11 seconds');
    await at.sendDue();
    expect(at.farEnd.mails).toHaveLength(2);
    expect(at.farEnd.mails[1]).toEqual(at.farEnd.mails[0]);
  });

  it('are given up when the server refuses them for good', async () => {
    await add('restored');
    at.farEnd.answer = () => Promise.resolve({ outcome: 'refused', code: '550 5.1.1' });
    await at.sendDue();
    expect(await state()).toMatchObject({ status: 'failed', last_code: '550 5.1.1' });
  });

  it('are given up where they cannot be written', async () => {
    await add('invite');
    await at.sendDue();
    expect(at.farEnd.mails).toEqual([]);
    expect(await state()).toMatchObject({ status: 'failed', last_code: 'unsendable' });
  });

  it('are tried three times when no answer comes, and then rest as unknown', async () => {
    await add('restored');
    at.farEnd.answer = () => Promise.resolve({ outcome: 'unknown', why: 'ETIMEDOUT' });
    for (const after of ['0', '1 minute', '2 minutes', '10 minutes']) {
      await at.shift(after);
      await at.sendDue();
    }
    expect(at.farEnd.mails).toHaveLength(3);
    expect(await state()).toMatchObject({ status: 'unknown', attempts: 3, last_code: 'ETIMEDOUT' });
  });

  it('are taken up again after a worker died with them, and the late one changes nothing', async () => {
    await add('restored');
    let die!: () => void;
    const dead = new Promise<void>((resolve) => (die = resolve));
    at.farEnd.answer = async () => {
      await dead;
      return { outcome: 'refused', code: '550' };
    };
    const [mailId] = await sending.due(1);
    const first = sending.send(mailId!);
    while (at.farEnd.mails.length === 0) await new Promise(setImmediate);
    expect(await sending.due(1)).toEqual([]);
    await at.shift('121 seconds');
    at.farEnd.answer = () => Promise.resolve({ outcome: 'accepted', response: '250' });
    await at.sendDue();
    die();
    await first;
    expect(await state()).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('go to one worker of several', async () => {
    await add('restored');
    const [mailId] = await sending.due(1);
    await Promise.all(Array.from({ length: 6 }, () => sending.send(mailId!)));
    expect(at.farEnd.mails).toHaveLength(1);
  });

  describe('are not sent any more', () => {
    const notWanted = { status: 'failed', last_code: 'not-wanted' };

    it('when the link was used before they could go', async () => {
      const tokenId = await aToken('reset');
      await add('reset', { tokenId });
      const tokens = at.get(AccountTokens);
      await tokens.spend('reset', await tokens.tokenFor(tokenId, 'reset'));
      await at.sendDue();
      expect(await state()).toMatchObject(notWanted);
    });

    it('when the link has run out', async () => {
      await add('reset', { tokenId: await aToken('reset') });
      await at.shift('31 minutes');
      await at.sendDue();
      expect(await state()).toMatchObject(notWanted);
    });

    it('when the day that a digest counts is over', async () => {
      await add('digest');
      await at.shift('13 hours');
      await at.sendDue();
      expect(await state()).toMatchObject(notWanted);
    });

    it('when the account is disabled', async () => {
      await add('password-changed');
      await at.rows("update accounts set status = 'disabled' where id = $1", [maren.actor.accountId]);
      await at.sendDue();
      expect(await state()).toMatchObject(notWanted);
    });

    afterEach(() => expect(at.farEnd.mails).toEqual([]));
  });

  it('are due with the transaction that writes them, or never', async () => {
    const broken = at.db.inClinic(at.clinic.system, async (tx) => {
      await mails.add(
        { kind: 'restored', to: { accountId: maren.actor.accountId }, clinicId: at.clinic.clinicId },
        tx,
      );
      throw new Error('after all not');
    });
    await expect(broken).rejects.toThrow('after all not');
    expect(await sending.due(10)).toEqual([]);
  });

  it('keep no address that can be read', async () => {
    await mails.add({
      kind: 'start',
      to: { email: 'canary@starting.example' },
      tokenId: await aToken('start'),
    });
    const rows = await at.rows(
      "select 1 from account_mails where position('canary'::bytea in to_sealed) > 0",
    );
    expect(rows).toEqual([]);
  });

  it('arrive at a true mail server with both parts, and one receiver', async () => {
    const server = await smtp();
    const mailer = new Mailer({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
    later(() => mailer.onApplicationShutdown());
    at.farEnd.answer = (mail) => mailer.send(mail);
    await add('invite', { tokenId: await aToken('invite') });
    await at.sendDue();
    const [mail] = server.received;
    expect(server.envelopes).toEqual([{ from: 'hello@throughline.example', to: [maren.email] }]);
    expect(mail!.text).toContain('Fernhollow Integration invites you to work with them in Throughline.');
    expect(mail!.html).toContain('https://throughline.example/invite#');
  });
});
