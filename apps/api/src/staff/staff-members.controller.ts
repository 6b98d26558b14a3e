import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { StaffFactorResetsService } from '@app/clinics/staff/staff-factor-resets.service.js';
import { StaffPasswordResetsService } from '@app/clinics/staff/staff-password-resets.service.js';
import { StaffAccountView } from '@app/course/staff-account.view.js';
import { StaffAccountsService } from '@app/course/staff-accounts.service.js';
import { StaffCourseService } from '@app/course/staff-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { ChangeStaffMemberDto, RestoreStaffMemberDto, SuspendStaffMemberDto } from './staff-member.dto.js';
import { StaffAccountListView } from './staff.view.js';

/** The staff, for admins. */
@Controller('staff-members')
@Roles('admin')
export class StaffMembersController {
  constructor(
    private readonly accounts: StaffAccountsService,
    private readonly course: StaffCourseService,
    private readonly resets: StaffPasswordResetsService,
    private readonly factorResets: StaffFactorResetsService,
  ) {}

  /** Everybody, the suspended included, by name. */
  @Get()
  async list(@By() actor: StaffActor): Promise<StaffAccountListView> {
    return { items: await this.accounts.list(actor), next: null };
  }

  /** Changes name, roles or location. Other roles end the person’s sign-ins here at once. */
  @Patch(':id')
  @StepUp()
  change(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: ChangeStaffMemberDto,
  ): Promise<StaffAccountView> {
    return this.course.change(actor, id, body);
  }

  /** Suspends somebody; their sign-ins here end at once. */
  @Post(':id/suspension')
  @StepUp()
  suspend(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: SuspendStaffMemberDto,
  ): Promise<StaffAccountView> {
    return this.course.suspend(actor, id, body);
  }

  /** Lets somebody in again, as they were. */
  @Post(':id/restoration')
  @StepUp()
  restore(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: RestoreStaffMemberDto,
  ): Promise<StaffAccountView> {
    return this.course.restore(actor, id, version);
  }

  /** Sends somebody the link to a new password, which they alone choose. */
  @Post(':id/password-reset')
  @StepUp()
  @HttpCode(202)
  async startReset(@By() actor: StaffActor, @Param('id') id: string): Promise<object> {
    await this.resets.start(actor, id);
    return {};
  }

  /** Removes every second factor of somebody who has lost theirs; they set up a new one at their next sign-in. */
  @Post(':id/second-factor-reset')
  @StepUp()
  @HttpCode(202)
  async resetFactors(@By() actor: StaffActor, @Param('id') id: string): Promise<object> {
    await this.factorResets.start(actor, id);
    return {};
  }
}
