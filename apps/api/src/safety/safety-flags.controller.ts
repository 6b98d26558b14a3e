import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { FlagListView, FlagView } from '@app/safety/flag.view.js';
import { FlagPlansService } from '@app/safety/flag-plans.service.js';
import { FlagsService } from '@app/safety/flags.service.js';
import { FlagSafetyPlanView } from '@app/safety/safety-plan.view.js';
import { SafetyService } from '@app/safety/safety.service.js';
import { By } from '../auth/by.decorator.js';
import { instantOf } from '../http/validators.js';
import { AcknowledgeFlagDto, CloseFlagDto, FlagsQuery } from './safety-flag.dto.js';

/** Flags: opened, claimed with "I will call by …", closed with what was done. */
@Controller('safety-flags')
export class SafetyFlagsController {
  constructor(
    private readonly flags: FlagsService,
    private readonly safety: SafetyService,
    private readonly plans: FlagPlansService,
  ) {}

  /** Those you see: of your clients, those you are on duty for, and requests for a call. */
  @Get()
  list(@By() actor: StaffActor, @Query() query: FlagsQuery): Promise<FlagListView> {
    return this.flags.list(actor, query);
  }

  /** Opening the flag, which is written down. */
  @Get(':id')
  open(@By() actor: StaffActor, @Param('id') id: string): Promise<FlagView> {
    return this.flags.open(actor, id);
  }

  /** The client's safety plan, for whoever answers; written down that it was read. */
  @Get(':id/safety-plan')
  plan(@By() actor: StaffActor, @Param('id') id: string): Promise<FlagSafetyPlanView> {
    return this.plans.ofFlag(actor, id);
  }

  /** Says by when you call; only after you have opened it. */
  @Post(':id/acknowledgement')
  acknowledge(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, callBy }: AcknowledgeFlagDto,
  ): Promise<FlagView> {
    return this.safety.acknowledge(actor, id, { version, callBy: instantOf(callBy) });
  }

  /** Says what was done: who reads the client's words, is on duty, or said when they will call. */
  @Post(':id/closing')
  close(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { doneAt, ...body }: CloseFlagDto,
  ): Promise<FlagView> {
    return this.safety.close(actor, id, {
      ...body,
      ...(doneAt !== undefined && { doneAt: instantOf(doneAt) }),
    });
  }
}
