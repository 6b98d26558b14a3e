import { validateSync } from 'class-validator';
import { assertSendable } from '@app/platform/mail/outgoing-mail.js';
import { instantOf, IsEmailAddress } from './validators.js';

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
