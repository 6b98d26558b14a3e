import { Controller, HttpCode, Post } from '@nestjs/common';
import { StaffCourseService } from '@app/course/staff-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';

/** Leaving the clinic that one is signed in to, of one's own accord. */
@Controller('me/leaving')
export class LeavingController {
  constructor(private readonly course: StaffCourseService) {}

  /** Ends the membership, and every sign-in to this clinic. */
  @Post()
  @StepUp()
  @HttpCode(204)
  leave(@By() actor: StaffActor): Promise<void> {
    return this.course.leave(actor);
  }
}
