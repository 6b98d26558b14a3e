import type { StaffActor } from '@app/platform/actor.js';
import { type ClinicsHouse, openClinicsHouse } from '../clinics.test-support.js';
import { ClinicReadiness } from './clinic-readiness.service.js';
import { ClinicSendersService } from './clinic-senders.service.js';
import { SenderVerification } from './sender-verification.service.js';
import { TestMailsService } from './test-mails.service.js';

const ended = { status: 404, code: 'link-ended' };

describe('the sender of a clinic', () => {
  let at: ClinicsHouse;
  let admin: StaffActor;
  let senders: ClinicSendersService;
  let verification: SenderVerification;

  beforeAll(async () => {
    at = await openClinicsHouse();
    senders = at.get(ClinicSendersService);
    verification = at.get(SenderVerification);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    const clinic = await at.aClinic({ ready: false });
    admin = (await at.aPerson({ at: clinic, roles: ['admin'] })).actor;
    at.farEnd.forget();
  });
  afterEach(() => at.shift('0'));

  const save = (replyTo = 'desk@fernhollow.example', version = 0) =>
    senders.put(admin, { version, fromName: 'Fernhollow', replyTo });
  const ask = async () => {
    await verification.ask(admin);
    await at.sendDue();
    return at.newestToken();
  };
  const missing = () => at.db.inClinic(admin, (tx) => at.get(ClinicReadiness).missing(tx));
  const ofMail = () => at.db.inClinic(admin, (tx) => senders.ofMail(tx));

  it('is the clinic’s short name and no address until somebody says otherwise', async () => {
    expect(await senders.read(admin)).toEqual({
      version: 0,
      fromName: 'Fernhollow',
      replyTo: '',
      verifiedAt: null,
      address: 'hello@throughline.example',
    });
    await expect(verification.ask(admin)).rejects.toMatchObject({ status: 404 });
    expect(await ofMail()).toBeNull();
    expect(await missing()).toEqual(['crisis-contacts', 'sender']);
  });

  it('is answered at its address only once a link that went there was spent, and only by that', async () => {
    await save();
    expect(await ofMail()).toEqual({ fromName: 'Fernhollow', replyTo: null });
    const token = await ask();
    expect(at.farEnd.mails).toMatchObject([{ to: 'desk@fernhollow.example' }]);
    expect(at.farEnd.mails[0]!.text).toContain(`https://throughline.example/confirm-sender#${token}`);
    expect(await ofMail()).toEqual({ fromName: 'Fernhollow', replyTo: null });
    await verification.confirm(token);
    expect(await ofMail()).toEqual({ fromName: 'Fernhollow', replyTo: 'desk@fernhollow.example' });
    expect(await missing()).toEqual(['crisis-contacts']);
    await expect(verification.confirm(token)).rejects.toMatchObject(ended);
  });

  it('is unverified by another address, and what went to the old one proves nothing', async () => {
    await save();
    const token = await ask();
    await save('front@fernhollow.example', 1);
    await expect(verification.confirm(token)).rejects.toMatchObject(ended);
    const next = await ask();
    await verification.confirm(next);
    expect((await save('other@fernhollow.example', 2)).verifiedAt).toBeNull();
    expect(await missing()).toContain('sender');
  });

  it('stays verified under another name, or the same address in capitals', async () => {
    await save();
    await verification.confirm(await ask());
    const after = await senders.put(admin, {
      version: 1,
      fromName: 'Fern',
      replyTo: 'DESK@fernhollow.example',
    });
    expect(after).toMatchObject({ fromName: 'Fern', version: 2, verifiedAt: expect.any(String) });
  });

  it('is verified for a day by one link, the newest', async () => {
    await save();
    const first = await ask();
    const second = await ask();
    await expect(verification.confirm(first)).rejects.toMatchObject(ended);
    await at.shift('25 hours');
    await expect(verification.confirm(second)).rejects.toMatchObject(ended);
  });

  it('is written once a version, and never under a name that tells what the clinic treats', async () => {
    await save();
    await expect(save()).rejects.toMatchObject({ status: 409 });
    await expect(save('x@y.example', 2)).rejects.toMatchObject({ status: 409 });
    await expect(
      senders.put(admin, { version: 1, fromName: 'Boise Ketamine', replyTo: 'a@b.example' }),
    ).rejects.toMatchObject({ status: 422, errors: [{ field: 'fromName', code: 'tellingName' }] });
  });

  it('stands in no row readably', async () => {
    await save();
    await ask();
    const [row] = await at.rows<{ text: string }>(
      `select string_agg(s::text, '') || (select string_agg(t::text, '') from account_tokens t) as text
       from clinic_senders s where clinic_id = $1`,
      [admin.clinicId],
    );
    expect(row!.text).not.toContain('desk@');
  });

  it('is shown by a test mail that goes to the caller alone, and not for ever', async () => {
    await save();
    await verification.confirm(await ask());
    at.farEnd.forget();
    const [own] = await at.rows<{ count: number }>('select count(*)::int as count from account_mails');
    await at.get(TestMailsService).send(admin);
    await at.sendDue();
    expect(own!.count).toBeGreaterThan(0);
    expect(at.farEnd.mails).toMatchObject([
      {
        from: { name: 'Fernhollow', address: 'hello@throughline.example' },
        replyTo: 'desk@fernhollow.example',
      },
    ]);
    expect(at.farEnd.mails[0]!.to).toMatch(/^person-\d+@/);
    const many = async () => {
      for (let sent = 0; sent < 8; sent += 1) await at.get(TestMailsService).send(admin);
    };
    await expect(many()).rejects.toMatchObject({ status: 429 });
  });

  it('is nobody else’s', async () => {
    await save();
    const token = await ask();
    const nextDoor = await at.aClinic({ ready: false });
    const other = (await at.aPerson({ at: nextDoor, roles: ['admin'] })).actor;
    expect(await senders.read(other)).toMatchObject({ version: 0, replyTo: '' });
    await verification.confirm(token);
    expect(await at.db.inClinic(other, (tx) => at.get(ClinicReadiness).missing(tx))).toContain('sender');
  });
});
