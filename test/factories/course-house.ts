import type { INestApplicationContext } from '@nestjs/common';
import { ClientIntakeService } from '@app/clients/client-intake.service.js';
import { AppointmentCourseService } from '@app/course/appointment-course.service.js';
import { PlanCourseService } from '@app/course/plan-course.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { Database } from '@app/platform/database/database.js';

/** What the factories of a client's course work with; a running application has all of it. */
export interface CourseHouse {
  db: Database;
  intake: ClientIntakeService;
  sessions: SessionCourseService;
  appointments: AppointmentCourseService;
  plans: PlanCourseService;
}

export function courseHouseOf(app: Pick<INestApplicationContext, 'get'>): CourseHouse {
  const anywhere = { strict: false };
  return {
    db: app.get(Database),
    intake: app.get(ClientIntakeService, anywhere),
    sessions: app.get(SessionCourseService, anywhere),
    appointments: app.get(AppointmentCourseService, anywhere),
    plans: app.get(PlanCourseService, anywhere),
  };
}
