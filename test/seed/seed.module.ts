import { Global, Module } from '@nestjs/common';
import { ENTITIES } from '@app/briefs/entities.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { SettingsModule } from '@app/clinics/settings/settings.module.js';
import { CourseModule } from '@app/course/course.module.js';
import { ReplyCourseModule } from '@app/course/reply-course.module.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { SendingModule } from '@app/prompts/sending.module.js';
import { SafetyNoticesModule } from '@app/safety/safety-notices.module.js';

/** The invented past was mailed long ago: nothing leaves. */
const silentMailer = { send: () => Promise.resolve({ outcome: 'accepted', response: '250' }) };

@Global()
@Module({ providers: [{ provide: Mailer, useValue: silentMailer }], exports: [Mailer] })
class SilentMailModule {}

@Module({
  imports: [
    PlatformModule.with(ENTITIES),
    SilentMailModule,
    ClinicsModule,
    SettingsModule,
    CourseModule,
    ReplyCourseModule,
    SendingModule,
    SafetyNoticesModule,
  ],
})
export class SeedModule {}
