import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { MeasuresModule } from '@app/measures/measures.module.js';
import { PlansModule } from '@app/plans/plans.module.js';
import { PageAssetFiles } from '../reply/page-assets.js';
import { ReplyFrames } from '../reply/reply-frames.js';
import { PlanTemplatesController } from './plan-templates.controller.js';
import { PromptAddressees } from './prompt-addressee.service.js';
import { PromptPreviewsController } from './prompt-previews.controller.js';
import { PromptPreviewsService } from './prompt-previews.service.js';
import { PromptTemplatesController } from './prompt-templates.controller.js';

@Module({
  imports: [AuditModule, ClientsModule, ClinicsModule, MeasuresModule, PlansModule],
  controllers: [PromptTemplatesController, PlanTemplatesController, PromptPreviewsController],
  providers: [PageAssetFiles, ReplyFrames, PromptAddressees, PromptPreviewsService],
})
export class LibraryApiModule {}
