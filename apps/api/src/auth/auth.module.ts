import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { CookieStrategy } from './cookie.strategy.js';
import { MeController } from './me.controller.js';
import { PasswordStrategy } from './password.strategy.js';
import { SignInCookie } from './sign-in-cookie.js';
import { SignInsController } from './sign-ins.controller.js';

@Module({
  imports: [ClinicsModule, PassportModule.register({ session: false })],
  controllers: [SignInsController, MeController],
  providers: [CookieStrategy, PasswordStrategy, SignInCookie],
})
export class AuthModule {}
