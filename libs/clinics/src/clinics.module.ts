import { Module } from '@nestjs/common';
import { AccountsService } from './accounts/accounts.service.js';
import { ClinicsService } from './clinics.service.js';
import { SignInThrottle } from './sign-ins/sign-in-throttle.service.js';
import { SignInsService } from './sign-ins/sign-ins.service.js';
import { StaffService } from './staff/staff.service.js';

@Module({
  providers: [AccountsService, ClinicsService, SignInThrottle, SignInsService, StaffService],
  exports: [AccountsService, ClinicsService, SignInsService, StaffService],
})
export class ClinicsModule {}
