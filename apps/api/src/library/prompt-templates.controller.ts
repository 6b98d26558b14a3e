import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import {
  PromptTemplateListView,
  PromptTemplateView,
  PromptTemplateWithVersionsView,
} from '@app/plans/prompt-template.view.js';
import { PromptTemplatesService } from '@app/plans/prompt-templates.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { contentOf } from './prompt-content.js';
import { AddPromptTemplateDto, PublishPromptTemplateDto, TemplateVersionDto } from './prompt-template.dto.js';

@Controller('prompt-templates')
@Roles('practitioner', 'admin')
export class PromptTemplatesController {
  constructor(private readonly templates: PromptTemplatesService) {}

  /** The clinic's own prompts, archived ones too, and our starters. */
  @Get()
  list(@By() actor: StaffActor): Promise<PromptTemplateListView> {
    return this.templates.list(actor);
  }

  /** One with every version, by a starter's code or by its id. */
  @Get(':template')
  read(
    @By() actor: StaffActor,
    @Param('template') template: string,
  ): Promise<PromptTemplateWithVersionsView> {
    return this.templates.read(actor, template);
  }

  /** Adds one, published at once. */
  @Post()
  add(
    @By() actor: StaffActor,
    @Body() { startedFrom, content }: AddPromptTemplateDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<PromptTemplateView> {
    return this.templates.add(actor, { startedFrom, content: contentOf(content) }, key);
  }

  /** Publishes another version; what was asked stays what was asked. */
  @Post(':id/versions')
  publish(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, content }: PublishPromptTemplateDto,
  ): Promise<PromptTemplateView> {
    return this.templates.publish(actor, id, { version, content: contentOf(content) });
  }

  /** Takes it out of the library; steps that ask it go on. */
  @Post(':id/archiving')
  archive(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: TemplateVersionDto,
  ): Promise<PromptTemplateView> {
    return this.templates.setArchived(actor, id, { version, archived: true });
  }

  /** Puts it back into the library. */
  @Post(':id/restoration')
  restore(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: TemplateVersionDto,
  ): Promise<PromptTemplateView> {
    return this.templates.setArchived(actor, id, { version, archived: false });
  }
}
