import { Module } from '@nestjs/common';
import { AccountsService } from './accounts/accounts.service.js';
import { AccountMailsService } from './account-mails/account-mails.service.js';
import { ClinicsService } from './clinics.service.js';
import { SignInThrottle } from './sign-ins/sign-in-throttle.service.js';
import { SignInsService } from './sign-ins/sign-ins.service.js';
import { StaffService } from './staff/staff.service.js';

@Module({
  providers: [
    AccountMailsService,
    AccountsService,
    ClinicsService,
    SignInThrottle,
    SignInsService,
    StaffService,
  ],
  exports: [AccountMailsService, AccountsService, ClinicsService, SignInsService, StaffService],
})
export class ClinicsModule {}
