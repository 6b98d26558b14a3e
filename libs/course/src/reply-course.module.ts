import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { SafetyModule } from '@app/safety/safety.module.js';
import { ClientPageService } from './client-page.service.js';
import { ConsentAsking } from './consent-asking.js';
import { FreshLinkRequestsService } from './fresh-link-requests.service.js';
import { FreshLinksService } from './fresh-links.service.js';
import { PaceCourseService } from './pace-course.service.js';
import { ReplyCourseService } from './reply-course.service.js';
import { ReplyDoorService } from './reply-door.service.js';
import { ReplyLocksService } from './reply-locks.service.js';
import { ReplyPageService } from './reply-page.service.js';
import { ReplyPlaceService } from './reply-place.service.js';
import { ReplySetAsideService } from './reply-set-aside.service.js';
import { Rests } from './rest-course.js';
import { StartAgainService } from './start-again.service.js';
import { StopCourseService } from './stop-course.service.js';
import { UnaskedCourseService } from './unasked-course.service.js';
import { UnaskedRequestsService } from './unasked-requests.service.js';

const SERVICES = [
  ClientPageService,
  FreshLinkRequestsService,
  FreshLinksService,
  PaceCourseService,
  ReplyCourseService,
  ReplyDoorService,
  ReplyLocksService,
  ReplyPageService,
  ReplyPlaceService,
  ReplySetAsideService,
  StartAgainService,
  StopCourseService,
  UnaskedCourseService,
  UnaskedRequestsService,
];

/** What a client does through a reply link. */
@Module({
  imports: [AuditModule, ClinicsModule, ClientsModule, PromptsModule, ReflectionsModule, SafetyModule],
  providers: [ConsentAsking, Rests, ...SERVICES],
  exports: SERVICES,
})
export class ReplyCourseModule {}
