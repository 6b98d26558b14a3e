import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { PlanStepsService } from './plan-steps.service.js';
import { PlanTemplatesService } from './plan-templates.service.js';
import { PlansService } from './plans.service.js';
import { PromptTemplatesService } from './prompt-templates.service.js';
import { TemplateChanges } from './template-changes.service.js';

const SERVICES = [PlansService, PlanStepsService, PlanTemplatesService, PromptTemplatesService];

/** The library, and the plans that are made of it. */
@Module({
  imports: [AuditModule, ClinicsModule, ClientsModule],
  providers: [TemplateChanges, ...SERVICES],
  exports: SERVICES,
})
export class PlansModule {}
