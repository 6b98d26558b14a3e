import { Module } from '@nestjs/common';
import { ClinicsModule } from '../clinics.module.js';
import { AccountMailLetters } from './account-mail-letters.service.js';
import { AccountMailSending } from './account-mail-sending.service.js';

/** Only the worker sends. */
@Module({
  imports: [ClinicsModule],
  providers: [AccountMailLetters, AccountMailSending],
  exports: [AccountMailSending],
})
export class AccountMailSendingModule {}
