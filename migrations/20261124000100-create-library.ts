import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicy } from './policies.js';

/** The clinic's own prompt and plan templates, and plans that are edited while they are live. */
export class CreateLibrary20261124000100 implements MigrationInterface {
  name = 'CreateLibrary20261124000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${(['prompt', 'plan'] as const).map(templates).join('\n')}

      -- A step that is taken out stays: prompts that were sent go on naming it.
      alter table plan_steps add column removed_at timestamptz;
      grant update on plan_steps to throughline_app;
      alter table integration_plans add column changed_at timestamptz;

      alter table prompts
        add column open_days integer not null default 14 check (open_days between 1 and 28),
        -- Only tells something: nothing is asked.
        add column informs boolean not null default false;
      alter table prompts no force row level security;
      update prompts set informs = true where template_code = 'evening-help';
      alter table prompts force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table prompts drop column open_days, drop column informs;
      alter table integration_plans drop column changed_at;
      revoke update on plan_steps from throughline_app;
      alter table plan_steps drop column removed_at;
      drop table plan_template_versions, plan_templates, prompt_template_versions, prompt_templates;
    `);
  }
}

/** A published version is never changed: what was asked stays what was asked. Our starters stand in the code. */
function templates(kind: 'prompt' | 'plan'): string {
  return `
    create table ${kind}_templates (
      clinic_id uuid not null references clinics (clinic_id),
      id uuid not null,
      -- The starter it began as, or null.
      started_from text check (length(started_from) <= 60),
      created_at timestamptz not null,
      archived_at timestamptz,
      version integer not null,
      primary key (clinic_id, id)
    );
    ${tenantPolicy(`${kind}_templates`, 'select, insert, update')}
    create table ${kind}_template_versions (
      clinic_id uuid not null,
      template_id uuid not null,
      number integer not null check (number > 0),
      content jsonb not null,
      published_at timestamptz not null,
      published_by uuid not null,
      primary key (clinic_id, template_id, number),
      foreign key (clinic_id, template_id) references ${kind}_templates (clinic_id, id),
      foreign key (clinic_id, published_by) references staff_members (clinic_id, id)
    );
    ${tenantPolicy(`${kind}_template_versions`, 'select, insert')}`;
}
