import { Controller, Get, Header } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Config } from '@app/platform/config/config.js';
import { Public } from '../auth/public.decorator.js';

/** RFC 9116 asks for an end less than a year away. */
const GOOD_FOR_DAYS = 180;

@Controller('.well-known')
@Public()
export class SecurityTxtController {
  private readonly text: string;

  constructor(config: Config) {
    // Counted from the start of this process: a service that nobody looks after stops vouching for its contact.
    this.text = securityTxt(config, Temporal.Now.plainDateISO('UTC'));
  }

  /** Whom to tell of a weakness (RFC 9116). */
  @Get('security.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  read(): string {
    return this.text;
  }
}

/** Good for 180 days from `today`. Without SECURITY_CONTACT: `security@` where the service's mail comes from. */
export function securityTxt({ BASE_URL, MAIL_FROM, SECURITY_CONTACT }: Config, today: Temporal.PlainDate) {
  const expires = today.add({ days: GOOD_FOR_DAYS }).toZonedDateTime('UTC').toInstant();
  return [
    `Contact: ${SECURITY_CONTACT ?? `mailto:security@${MAIL_FROM.split('@').at(-1)!}`}`,
    `Expires: ${expires.toString()}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL('/.well-known/security.txt', BASE_URL).href}`,
    '',
  ].join('\n');
}
