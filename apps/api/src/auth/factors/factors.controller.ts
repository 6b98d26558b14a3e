import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EnrolmentService } from '@app/clinics/factors/enrolment.service.js';
import type { Enroller } from '@app/clinics/factors/factor.types.js';
import { FactorsService } from '@app/clinics/factors/factors.service.js';
import { FactorsView, RecoveryCodesView } from '@app/clinics/factors/factors.view.js';
import { StepUp } from '../step-up.decorator.js';
import { ByHolder } from './by-holder.decorator.js';

/** The second factors of the signed-in person. */
@Controller('me')
export class FactorsController {
  constructor(
    private readonly factors: FactorsService,
    private readonly enrolment: EnrolmentService,
  ) {}

  /** What can be given besides the password, and what could be. */
  @Get('factors')
  view(@ByHolder() who: Enroller): Promise<FactorsView> {
    return this.factors.view(who.accountId);
  }

  /** New recovery codes in place of all that there were. */
  @Post('recovery-codes')
  @StepUp()
  async newRecoveryCodes(@ByHolder() who: Enroller): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.enrolment.renewRecoveryCodes(who) };
  }

  /** Takes the authenticator app away. The last factor stays. */
  @Delete('totp')
  @StepUp()
  @HttpCode(204)
  removeTotp(@ByHolder() who: Enroller): Promise<void> {
    return this.enrolment.removeTotp(who);
  }

  /** Takes a passkey away. The last factor stays. */
  @Delete('passkeys/:id')
  @StepUp()
  @HttpCode(204)
  removePasskey(@ByHolder() who: Enroller, @Param('id') id: string): Promise<void> {
    return this.enrolment.removePasskey(who, id);
  }
}
