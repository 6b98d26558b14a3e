import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { SafetyModule } from '@app/safety/safety.module.js';
import { FreshLinkRequestsService } from './fresh-link-requests.service.js';
import { FreshLinksService } from './fresh-links.service.js';
import { ReplyCourseService } from './reply-course.service.js';
import { ReplyDoorService } from './reply-door.service.js';
import { ReplyPageService } from './reply-page.service.js';
import { ReplyPlaceService } from './reply-place.service.js';
import { ReplySetAsideService } from './reply-set-aside.service.js';
import { StopCourseService } from './stop-course.service.js';

const SERVICES = [
  FreshLinkRequestsService,
  FreshLinksService,
  ReplyCourseService,
  ReplyDoorService,
  ReplyPageService,
  ReplyPlaceService,
  ReplySetAsideService,
  StopCourseService,
];

/** What a client does through a reply link. */
@Module({
  imports: [AuditModule, PromptsModule, ReflectionsModule, SafetyModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class ReplyCourseModule {}
