import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import {
  PlanTemplateListView,
  PlanTemplateView,
  PlanTemplateWithVersionsView,
} from '@app/plans/plan-template.view.js';
import { PlanTemplatesService } from '@app/plans/plan-templates.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { AddPlanTemplateDto, PublishPlanTemplateDto } from './plan-template.dto.js';
import { TemplateVersionDto } from './prompt-template.dto.js';

@Controller('plan-templates')
@Roles('practitioner', 'admin')
export class PlanTemplatesController {
  constructor(private readonly templates: PlanTemplatesService) {}

  /** The clinic's own plans, archived ones too, and our starters. */
  @Get()
  list(@By() actor: StaffActor): Promise<PlanTemplateListView> {
    return this.templates.list(actor);
  }

  /** One with every version, by a starter's code or by its id. */
  @Get(':template')
  read(@By() actor: StaffActor, @Param('template') template: string): Promise<PlanTemplateWithVersionsView> {
    return this.templates.read(actor, template);
  }

  /** Adds one, published at once. */
  @Post()
  add(
    @By() actor: StaffActor,
    @Body() body: AddPlanTemplateDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<PlanTemplateView> {
    return this.templates.add(actor, body, key);
  }

  /** Publishes another version; plans that are live stay as they are. */
  @Post(':id/versions')
  publish(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: PublishPlanTemplateDto,
  ): Promise<PlanTemplateView> {
    return this.templates.publish(actor, id, body);
  }

  /** Takes it out of the library; plans made of it go on. */
  @Post(':id/archiving')
  archive(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: TemplateVersionDto,
  ): Promise<PlanTemplateView> {
    return this.templates.setArchived(actor, id, { version, archived: true });
  }

  /** Puts it back into the library. */
  @Post(':id/restoration')
  restore(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: TemplateVersionDto,
  ): Promise<PlanTemplateView> {
    return this.templates.setArchived(actor, id, { version, archived: false });
  }
}
