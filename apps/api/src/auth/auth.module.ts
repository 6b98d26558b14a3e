import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { CookieStrategy } from './cookie.strategy.js';
import { EnrollingStrategy } from './factors/enrolling.strategy.js';
import { EnrolmentController } from './factors/enrolment.controller.js';
import { FactorsController } from './factors/factors.controller.js';
import { MeController } from './me/me.controller.js';
import { MySignInsController } from './me/my-sign-ins.controller.js';
import { CurrentSignInController } from './sign-in/current-sign-in.controller.js';
import { PasswordStrategy } from './sign-in/password.strategy.js';
import { PendingStrategy } from './sign-in/pending.strategy.js';
import { SecondFactorController } from './sign-in/second-factor.controller.js';
import { CodeStrategy, PasskeyStrategy } from './sign-in/second-factor.strategies.js';
import { SignInsController } from './sign-in/sign-ins.controller.js';
import { SignInCookie } from './sign-in-cookie.js';

@Module({
  imports: [ClinicsModule, PassportModule.register({ session: false })],
  controllers: [
    SignInsController,
    SecondFactorController,
    CurrentSignInController,
    EnrolmentController,
    FactorsController,
    MeController,
    MySignInsController,
  ],
  providers: [
    CookieStrategy,
    PendingStrategy,
    EnrollingStrategy,
    PasswordStrategy,
    CodeStrategy,
    PasskeyStrategy,
    SignInCookie,
  ],
})
export class AuthModule {}
