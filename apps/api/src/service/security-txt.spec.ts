import { Temporal } from 'temporal-polyfill';
import { readConfig } from '@app/platform/config/config.js';
import { securityTxt } from './security-txt.controller.js';

describe('security.txt', () => {
  const config = (over: Record<string, string> = {}) =>
    readConfig({
      DATABASE_URL: 'postgres://db/throughline',
      KEK_FILE: '/run/kek',
      BASE_URL: 'https://reply.fernhollow.example',
      MAIL_FROM: 'hello@mail.fernhollow.example',
      ...over,
    });
  const today = Temporal.PlainDate.from('2026-11-23');

  it('names a contact where the mail comes from, an end in 180 days, and its own address', () => {
    expect(securityTxt(config(), today)).toBe(
      [
        'Contact: mailto:security@mail.fernhollow.example',
        'Expires: 2027-05-22T00:00:00Z',
        'Preferred-Languages: en',
        'Canonical: https://reply.fernhollow.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  it.each(['https://fernhollow.example/report', 'mailto:holes@fernhollow.example'])(
    'names the contact that is set: %s',
    (SECURITY_CONTACT) => {
      expect(securityTxt(config({ SECURITY_CONTACT }), today)).toContain(`Contact: ${SECURITY_CONTACT}\n`);
    },
  );
});
