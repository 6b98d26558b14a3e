import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { contentOf } from './prompt-content.js';
import { PromptPreviewView } from './prompt-preview.view.js';
import { PromptPreviewsService } from './prompt-previews.service.js';
import { PreviewPromptForDto } from './prompt-template.dto.js';

@Controller('prompt-previews')
@Roles('practitioner', 'admin')
export class PromptPreviewsController {
  constructor(private readonly previews: PromptPreviewsService) {}

  /** The page and the e-mail of a prompt, as a client would get them. Sends nothing. */
  @Post()
  @HttpCode(200)
  preview(
    @By() actor: StaffActor,
    @Body() { content, clientId }: PreviewPromptForDto,
  ): Promise<PromptPreviewView> {
    return this.previews.preview(actor, contentOf(content), clientId);
  }
}
