import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Mailer } from './mailer.js';

/** A whole send must end before the lease of what is sent does. */
const SEND_TIMEOUT_MS = 60_000;

/** Provides `Mailer` to the whole application. */
@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [Config],
      useFactory: (config: Config) => new Mailer({ smtpUrl: config.SMTP_URL, sendTimeout: SEND_TIMEOUT_MS }),
    },
  ],
  exports: [Mailer],
})
export class MailModule {}
