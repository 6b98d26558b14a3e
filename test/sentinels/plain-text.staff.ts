import { simpleParser } from 'mailparser';
import request from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { waitFor } from '../support/wait-for.js';
import type { ReceivedMail } from './mail-server.js';

/** What people of the staff type, each unlike anything else. */
export function staffSecrets(mark: string) {
  return {
    'staff name': `Merrowgate${mark}`,
    'staff e-mail': `sorrel-${mark}@letterbox.example`,
    'new password': `a bittern among the rushes ${mark}`,
    'newer password': `a curlew over the marsh ${mark}`,
    reason: `She rang about the weir ${mark}`,
    'outside backup': `duty-${mark}@letterbox.example`,
    'asked e-mail': `stranger-${mark}@letterbox.example`,
    'founder e-mail': `founder-${mark}@letterbox.example`,
    'founder name': `Larkspurrow${mark}`,
    'wrong code': `fens${mark}fens${mark}`,
  };
}

export interface StaffLife {
  base: string;
  secrets: ReturnType<typeof staffSecrets>;
  /** Of the clinic, an admin; and their cookie. */
  admin: MadeStaffMember;
  cookie: string;
  locationId: string;
  /** A client out of the reach of who is invited, by a part of their name. */
  client: { id: string; name: string };
  mails: readonly ReceivedMail[];
  /** Everything that opens something, by name. */
  tokens: Record<string, string>;
}

/** Somebody joins by a link, sets up their factor, breaks the glass; passwords are lost, a clinic is started. */
export async function liveAsStaff(life: StaffLife): Promise<void> {
  const { base, secrets, admin, cookie, locationId, client, tokens } = life;
  const call = (method: 'post' | 'put', path: string, body: object, by = '') =>
    request(base)[method](`/api${path}`).set('X-Throughline', '1').set('Cookie', by).send(body);
  const invitation = {
    name: secrets['staff name'],
    email: secrets['staff e-mail'],
    roles: ['practitioner'],
    locationId,
  };
  await call('post', '/invitations', invitation, cookie).expect(201);
  await call('post', '/invitations', invitation, cookie).expect(409);
  const invite = await tokenIn(life, secrets['staff e-mail'], 'invite');
  await call('post', '/invitations/opening', { token: invite }).expect(200);
  const joining = { token: invite, password: secrets['new password'] };
  await call('post', '/invitations/acceptance', { ...joining, name: `${secrets['staff name']}\n` }).expect(
    400,
  );
  await call('post', '/invitations/acceptance', joining).expect(204);
  await call('post', '/invitations/acceptance', joining).expect(404);

  const colleague = await enrol(call, life);
  const { name, id } = client;
  const found = await call('post', '/break-glass/search', { name }, colleague).expect(200);
  expect(JSON.stringify(found.body)).toContain(name);
  await call('post', `/clients/${id}/break-glass`, { reason: secrets.reason, minutes: 3 }, colleague).expect(
    400,
  );
  const opened = { reason: secrets.reason, minutes: 30 };
  await call('post', `/clients/${id}/break-glass`, opened, colleague).expect(201);

  const staff = { responderId: admin.staffMemberId, leadId: admin.staffMemberId, locationId };
  const hours = { openFrom: '08:00', openTo: '18:00', openDays: [1], holidays: [] };
  const roster = { ...staff, ...hours, outsideBackupEmail: secrets['outside backup'] };
  await call('put', '/rosters/psychological', roster, cookie).expect(200);

  await call('post', '/password-resets', { email: secrets['asked e-mail'] }).expect(202);
  await call('post', '/password-resets', { email: secrets['staff e-mail'] }).expect(202);
  const reset = await tokenIn(life, secrets['staff e-mail'], 'reset');
  await call('post', '/password-resets/redemption', { token: reset, password: secrets['staff name'] }).expect(
    422,
  );
  const redemption = { token: reset, password: secrets['newer password'] };
  await call('post', '/password-resets/redemption', redemption).expect(204);

  await call('post', '/clinic-starts', { email: secrets['founder e-mail'] }).expect(202);
  const start = await tokenIn(life, secrets['founder e-mail'], 'start');
  await call('post', '/clinic-starts/acceptance', {
    token: start,
    name: secrets['founder name'],
    password: secrets['new password'],
    clinicName: 'Wren Street Clinic',
    shortName: 'Wren Street',
    country: 'US',
    timeZone: 'America/Boise',
    phone: '+1 208 555 0143',
  }).expect(204);
  tokens['the secret of the admin'] = admin.totpSecret;
}

type Call = (method: 'post', path: string, body: object, by?: string) => request.Test;

/** Signs the new colleague in for the first time. Gives the `Cookie` header. */
async function enrol(call: Call, { secrets, tokens }: StaffLife): Promise<string> {
  const who = { email: secrets['staff e-mail'], password: secrets['new password'] };
  const half = cookieOf(await call('post', '/sign-ins', who).expect(201));
  const begun = await call('post', '/me/totp', {}, half).expect(201);
  const secret = (begun.body as { secret: string }).secret.replaceAll(' ', '');
  await call('post', '/me/totp/confirmation', { code: secrets['wrong code'] }, half).expect(422);
  const code = totpCode(secret, Temporal.Now.instant());
  const confirmed = await call('post', '/me/totp/confirmation', { code }, half).expect(201);
  const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
  const full = cookieOf(confirmed);
  tokens['half a sign-in'] = half.split('=')[1]!;
  tokens['first sign-in'] = full.split('=')[1]!;
  tokens['totp secret'] = secret;
  tokens['recovery code'] = recoveryCodes[0]!;
  tokens['recovery code without hyphens'] = recoveryCodes[0]!.replaceAll('-', '');
  return full;
}

function cookieOf({ headers }: request.Response): string {
  return (headers['set-cookie'] as unknown as string[])[0]!.split(';', 1)[0]!;
}

/** The token in the newest mail to this address whose link leads to this page. */
async function tokenIn({ mails, tokens }: StaffLife, address: string, page: string): Promise<string> {
  const token = await waitFor(
    `the link to /${page}`,
    async () => {
      for (const { to, headers, body } of mails) {
        if (to !== address) continue;
        const { text } = await simpleParser(`${headers}\r\n\r\n${body}`);
        const found = new RegExp(`/${page}#([\\w-]{43})(?![\\w-])`).exec(text ?? '');
        if (found) return found[1];
      }
      return undefined;
    },
    { limitMs: 20_000, everyMs: 100 },
  );
  tokens[page] = token;
  return token;
}
