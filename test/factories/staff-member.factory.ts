import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { preparedPassword } from '@app/clinics/accounts/password.rules.js';
import type { Role, StaffActor, SystemActor } from '@app/platform/actor.js';
import { StaffMember } from '@app/clinics/staff/staff-member.entity.js';
import { seal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { MadeClinic } from './clinic.factory.js';
import type { House } from './house.js';

export interface StaffMemberWishes {
  clinic: MadeClinic;
  name?: string;
  email?: string;
  password?: string;
  roles?: Role[];
  /** An account made here, of somebody who is staff of another clinic too; e-mail, password and factors stay. */
  accountId?: string;
  /** 160 bits in base32; chosen anew when absent. */
  totpSecret?: string;
  /** Comparing the password takes as long as for people, as it does outside of tests; where times are compared. */
  hashedAsForPeople?: boolean;
}

export interface MadeAccount {
  accountId: string;
  email: string;
  password: string;
  /** Base32, of the authenticator app that is enrolled. */
  totpSecret: string;
  /** Not spent yet; each is taken once, whichever clinic the account signs in to. */
  recoveryCodes: string[];
}

export interface MadeStaffMember extends MadeAccount {
  staffMemberId: string;
  name: string;
  /** To act as this person. */
  actor: StaffActor;
}

/** Far more than the ten of a person: every sign-in of a test spends one. */
const RECOVERY_CODES = 40;

/** As little work as argon2id can be: what guessing costs is tested where passwords are made, not where people are. */
const QUICK = { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 };

const NOWHERE: SystemActor = { kind: 'system', clinicId: newId(), job: 'set-up' };

const MADE = new Map<string, MadeAccount>();

/** A practitioner with an account, a name, a password and second factors of their own. */
export async function aStaffMember(house: House, wishes: StaffMemberWishes): Promise<MadeStaffMember> {
  const { db, keyring } = house;
  const { clinicId, locationId, system } = wishes.clinic;
  const id = newId();
  const name = wishes.name ?? 'Maren Okoye';
  const roles = wishes.roles ?? ['practitioner'];
  const account = MADE.get(wishes.accountId ?? '') ?? (await anAccount(house, wishes));
  const { accountId } = account;
  await db.inClinic(system, async (tx) => {
    await tx.manager.insert(StaffMember, {
      clinicId,
      id,
      accountId,
      locationId,
      nameSealed: seal(await keyring.clinic(tx), { clinicId, label: 'staff.name', rowId: id }, name),
      roles,
      status: 'active',
      createdAt: tx.now,
      version: 1,
    });
  });
  const actor: StaffActor = { kind: 'staff', clinicId, accountId, staffMemberId: id, roles };
  const { email, password, totpSecret, recoveryCodes } = account;
  return { staffMemberId: id, accountId, name, email, password, totpSecret, recoveryCodes, actor };
}

/** An account with an authenticator app and recovery codes, staff of nowhere yet. */
export async function anAccount(
  { db, accounts, factors }: House,
  wishes: Pick<StaffMemberWishes, 'email' | 'password' | 'totpSecret' | 'hashedAsForPeople'> = {},
): Promise<MadeAccount> {
  const email = wishes.email ?? `staff-${newId().slice(-12)}@fernhollow.example`;
  const password = wishes.password ?? 'a calm morning by the fern';
  const totpSecret = wishes.totpSecret ?? aSecret();
  const isQuick = process.env.NODE_ENV === 'test' && !wishes.hashedAsForPeople;
  const accountId = isQuick
    ? await db.inClinic(NOWHERE, async (tx) =>
        accounts.createIn(tx, { email, passwordHash: await hash(preparedPassword(password), QUICK) }),
      )
    : await accounts.create(email, password);
  await factors.enrolTotp(accountId, totpSecret);
  const recoveryCodes = await factors.newRecoveryCodes(accountId, RECOVERY_CODES);
  const made = { accountId, email, password, totpSecret, recoveryCodes };
  MADE.set(accountId, made);
  return made;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function aSecret(): string {
  return Array.from(randomBytes(32), (byte) => BASE32[byte % 32]).join('');
}
