import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { MeasuresModule } from '@app/measures/measures.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { SafetyModule } from '@app/safety/safety.module.js';
import { ThreadsModule } from '@app/threads/threads.module.js';
import { ClientPageService } from './client-page.service.js';
import { ConsentAsking } from './consent-asking.js';
import { FreshLinkRequestsService } from './fresh-link-requests.service.js';
import { FreshLinksService } from './fresh-links.service.js';
import { MadeOfWords } from './my-words-made.js';
import { MyWordsCourseService } from './my-words-course.service.js';
import { MyWordsPageService } from './my-words-page.service.js';
import { MyWordsRequestsService } from './my-words-requests.service.js';
import { PaceCourseService } from './pace-course.service.js';
import { ReplyAnswers } from './reply-answers.service.js';
import { ReplyCourseService } from './reply-course.service.js';
import { ReplyDoorService } from './reply-door.service.js';
import { ReplyLocksService } from './reply-locks.service.js';
import { ReplyPageService } from './reply-page.service.js';
import { ReplyPlaceService } from './reply-place.service.js';
import { ReplySafetyService } from './reply-safety.service.js';
import { ReplySendingService } from './reply-sending.service.js';
import { ReplySetAsideService } from './reply-set-aside.service.js';
import { ReplyShiftService } from './reply-shift.service.js';
import { Rests } from './rest-course.js';
import { StartAgainService } from './start-again.service.js';
import { StopCourseService } from './stop-course.service.js';
import { UnaskedCourseService } from './unasked-course.service.js';
import { UnaskedRequestsService } from './unasked-requests.service.js';

const SERVICES = [
  ClientPageService,
  FreshLinkRequestsService,
  FreshLinksService,
  MyWordsCourseService,
  MyWordsPageService,
  MyWordsRequestsService,
  PaceCourseService,
  ReplyCourseService,
  ReplyDoorService,
  ReplyLocksService,
  ReplyPageService,
  ReplyPlaceService,
  ReplySafetyService,
  ReplySendingService,
  ReplySetAsideService,
  ReplyShiftService,
  StartAgainService,
  StopCourseService,
  UnaskedCourseService,
  UnaskedRequestsService,
];

/** What a client does through a reply link. */
@Module({
  imports: [
    ...[AuditModule, ClinicsModule, ClientsModule, MeasuresModule],
    ...[PromptsModule, ReflectionsModule, ThreadsModule, SafetyModule],
  ],
  providers: [ConsentAsking, MadeOfWords, ReplyAnswers, Rests, ...SERVICES],
  exports: SERVICES,
})
export class ReplyCourseModule {}
