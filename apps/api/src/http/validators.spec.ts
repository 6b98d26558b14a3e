import type { Type } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { assertSendable } from '@app/platform/mail/outgoing-mail.js';
import { AcceptClinicStartDto, StartClinicDto } from '../clinic-starts/clinic-start.dto.js';
import { ChangeClinicDto } from '../clinic/clinic.dto.js';
import { AcceptInvitationDto, InviteDto } from '../invitations/invitation.dto.js';
import { ChangeStaffMemberDto } from '../staff/staff-member.dto.js';
import { instantOf, IsEmailAddress, IsName } from './validators.js';

describe('an instant that was sent', () => {
  it('is read to the millisecond, whatever its offset', () => {
    expect(instantOf('2026-10-22T14:00:00.1234567-06:00').toString()).toBe('2026-10-22T20:00:00.123Z');
  });
});

class Contact {
  @IsEmailAddress()
  email!: unknown;
}

const isTaken = (email: unknown) => validateSync(Object.assign(new Contact(), { email })).length === 0;
const isSent = (to: string) => {
  const mail = { from: { name: 'Fernhollow', address: 'hello@throughline.example' }, to };
  try {
    assertSendable({ ...mail, subject: 's', text: 't', html: 'h', messageId: '<a@throughline.example>' });
    return true;
  } catch {
    return false;
  }
};

describe('an e-mail address', () => {
  const local = (length: number) => `${'a'.repeat(length)}@ellis.example`;

  it.each(['rowan@ellis.example', 'rowan+calls@mail.ellis.example', 'ö@ellis.example', local(64)])(
    'is taken and can be sent to: %s',
    (email) => {
      expect([isTaken(email), isSent(email)]).toEqual([true, true]);
    },
  );

  it.each([
    local(65),
    `rowan@${'a.'.repeat(125)}example`,
    'row\ud83dan@ellis.example',
    'rowan@ell\u0085is.example',
    'rowan@ellis',
    'rowan@@ellis.example',
    '"rowan"@ellis.example',
    'rowan;imani@ellis.example',
    'rowan@xn--a.example',
    'rowan@a\u2100b.example',
    'rowan@ellis.example/x',
    'rowan@ellis.example#x',
    'rowan@ell%69s.example',
    undefined,
  ])('is refused: %s', (email) => {
    expect(isTaken(email)).toBe(false);
  });

  it('is never taken when no mail could be sent to it', () => {
    const characters = [...Array(0x3000).keys()].map((code) => String.fromCharCode(code));
    const odd = [...characters, '\ud800', '\udfff', '\u{1f33f}'];
    const addresses = odd.flatMap((one) => [`row${one}an@ellis.example`, `rowan@el${one}lis.example`]);
    expect(addresses.filter((email) => isTaken(email) && !isSent(email))).toEqual([]);
  });
});

class Named {
  @IsName({ max: 60 })
  name!: unknown;
}

describe('a name', () => {
  const isTakenAs = (name: unknown) => validateSync(Object.assign(new Named(), { name })).length === 0;

  it.each(['Fernhollow Integration', 'Dr. Imani Osei-Bell', 'A:B / C', 'Wwwilma', 'Praxis am Fluß'])(
    'is taken: %s',
    (name) => {
      expect(isTakenAs(name)).toBe(true);
    },
  );

  it.each([
    'https://ellis.example',
    'Your prize: HTTP://ellis.example/x',
    'ftp：／／ellis.example',
    'www.ellis.example',
    'Go to WWW.ellis.example',
    'ｗｗｗ．ellis.example',
    'Fern\nhollow',
    'Fern\rhollow',
    'Fern\u2028hollow',
    'x'.repeat(61),
    7,
  ])('is refused where it leads somewhere, or is more than one line: %j', (name) => {
    expect(isTakenAs(name)).toBe(false);
  });
});

describe('names that stand in mails', () => {
  const LINK = 'https://ellis.example';
  it.each<[Type<object>, string]>([
    [StartClinicDto, 'clinicName'],
    [StartClinicDto, 'shortName'],
    [AcceptClinicStartDto, 'clinicName'],
    [AcceptClinicStartDto, 'shortName'],
    [AcceptClinicStartDto, 'name'],
    [ChangeClinicDto, 'name'],
    [ChangeClinicDto, 'shortName'],
    [InviteDto, 'name'],
    [AcceptInvitationDto, 'name'],
    [ChangeStaffMemberDto, 'name'],
  ])('hold no link: %p %s', (Dto, field) => {
    const codes = (value: string) =>
      validateSync(Object.assign(new Dto(), { [field]: value }))
        .filter(({ property }) => property === field)
        .flatMap(({ constraints }) => Object.keys(constraints ?? {}));
    expect(codes(LINK)).toEqual(['isWithoutLink']);
    expect(codes('Fernhollow')).toEqual([]);
  });
});
