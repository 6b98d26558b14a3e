import { Module } from '@nestjs/common';
import { ClinicsModule } from '../clinics.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AccountMailLetters } from './account-mail-letters.service.js';
import { AccountMailSending } from './account-mail-sending.service.js';
import { SampleLetters } from './sample-letters.service.js';

/** Only the worker sends. */
@Module({
  imports: [ClinicsModule, SettingsModule],
  providers: [AccountMailLetters, AccountMailSending, SampleLetters],
  exports: [AccountMailSending],
})
export class AccountMailSendingModule {}
