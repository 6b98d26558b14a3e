import { Client } from 'pg';
import type { Response } from 'supertest';
import type { ClientView } from '@app/clients/client.view.js';
import { problemOf, WordsTown } from '../threads/words.test-support.js';

const ILSE = {
  name: 'Ilse Lanz',
  relation: 'sister',
  phone: '+1 555 0161',
  agreement: { mayCall: true, about: 'that I need company', agreedOn: '2026-01-05' },
};
const agreed = (change: object) => ({ ...ILSE, agreement: { ...ILSE.agreement, ...change } });

describe('the emergency contact of a client', () => {
  let town: WordsTown;
  let superuser: Client;

  beforeAll(async () => {
    town = await WordsTown.open();
    superuser = new Client({ connectionString: town.api.database.adminUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await town.close();
  });

  const view = async (as?: string): Promise<ClientView> =>
    (await town.get(`/clients/${town.rowan}`, as).expect(200)).body as ClientView;
  const put = async (emergencyContact: unknown, status: number, as?: string): Promise<Response> => {
    const { version } = await view();
    return town.patch(`/clients/${town.rowan}`, { version, emergencyContact }, as).expect(status);
  };
  const sealed = async (): Promise<Buffer | null> => {
    const { rows } = await superuser.query<{ sealed: Buffer | null }>(
      'select emergency_contact_sealed as sealed from clients where id = $1',
      [town.rowan],
    );
    return rows[0]!.sealed;
  };

  it('is who it is, how to reach them, and what was agreed about it on which day', async () => {
    expect((await view()).emergencyContact).toBeNull();
    await put(ILSE, 200);
    expect((await view()).emergencyContact).toEqual(ILSE);
    await put({ ...ILSE, agreement: null }, 200);
    expect((await view()).emergencyContact).toEqual({ ...ILSE, agreement: null });
    // A no says about nothing, whatever stood there.
    await put(agreed({ mayCall: false }), 200);
    expect((await view()).emergencyContact).toEqual(agreed({ mayCall: false, about: '' }));
    await put(null, 200);
    expect(await view()).toMatchObject({ emergencyContact: null });
    expect(await sealed()).toBeNull();
  });

  it('stays when something else is changed, and stands sealed', async () => {
    await put(ILSE, 200);
    const { version } = await view();
    await town.patch(`/clients/${town.rowan}`, { version, pronouns: 'they/them' }).expect(200);
    expect((await view()).emergencyContact).toEqual(ILSE);
    expect((await sealed())!.toString('latin1')).not.toMatch(/Ilse|sister|0161|company/);
  });

  it.each<[string, object, string[]]>([
    ['a yes about nothing', agreed({ about: '  ' }), ['emergencyContact.agreement.about']],
    ['a day that lies ahead', agreed({ agreedOn: '2099-01-01' }), ['emergencyContact.agreement.agreedOn']],
  ])('refuses %s', async (_, contact, fields) => {
    const refused = await put(contact, 422);
    expect((refused.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(
      fields,
    );
  });

  it.each<[string, unknown]>([
    ['a text, as it once was', 'Ilse Lanz, sister'],
    ['nobody’s name', { ...ILSE, name: '  ' }],
    ['no number', { ...ILSE, phone: '' }],
    ['an agreement without a day', agreed({ agreedOn: null })],
    ['what it does not know', { ...ILSE, note: 'x' }],
  ])('refuses %s', async (_, contact) => {
    expect(problemOf(await put(contact, 400))).toBe('invalid');
  });

  it('is kept by whoever keeps the contact data, and by nobody out of reach of the client', async () => {
    await put(ILSE, 200, town.outsiders.coordinator);
    expect((await view(town.outsiders.body)).emergencyContact).toEqual(ILSE);
    for (const as of [town.outsiders.off, town.outsiders.nextDoor]) {
      await town.get(`/clients/${town.rowan}`, as).expect(404);
      await put(null, 404, as);
    }
    expect((await view()).emergencyContact).toEqual(ILSE);
  });
});
