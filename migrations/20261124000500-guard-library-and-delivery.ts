import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOT_A_CLIENT = `((select app_kind()) is distinct from 'client')`;
const WRITES_LIBRARY = `((select app_is_admin()) or (select app_is_practitioner()))`;
/** Not the versions of prompts: who changes their own pace has the rest of a plan worked out anew, with what it asks. */
const HIDDEN_FROM_CLIENTS = [
  'prompt_templates',
  'plan_templates',
  'plan_template_versions',
  'clinic_senders',
];

/** Who writes the library, who says yes for whom, and what a client's connection has no need to see. */
export class GuardLibraryAndDelivery20261124000500 implements MigrationInterface {
  name = 'GuardLibraryAndDelivery20261124000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${(['prompt', 'plan'] as const).map(libraryPolicies).join('\n')}
      ${HIDDEN_FROM_CLIENTS.map(
        (table) => `create policy ${table}_client on ${table} as restrictive for all to throughline_app
          using ${NOT_A_CLIENT};`,
      ).join('\n')}

      -- Mail servers speak to the service, and staff see to it.
      create policy delivery_events_client on delivery_events as restrictive for all to throughline_app
        using ${NOT_A_CLIENT} with check ${NOT_A_CLIENT};
      revoke update on delivery_events from throughline_app;
      grant update (settled_at, settled_by) on delivery_events to throughline_app;

      -- A yes by link is the client's own; who writes one down for them is named. It is withdrawn, never rewritten.
      create policy consents_said on consents as restrictive for insert to throughline_app
        with check (case how when 'by-link' then client_id = (select app_client())
          else recorded_by = (select app_staff_member()) end);
      revoke update on consents from throughline_app;
      grant update (withdrawn_at) on consents to throughline_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What keeps people from widening their own reach is not taken back.');
  }
}

function libraryPolicies(kind: 'prompt' | 'plan'): string {
  return `
    create policy ${kind}_templates_staff_insert on ${kind}_templates as restrictive for insert
      to throughline_app with check ${WRITES_LIBRARY};
    create policy ${kind}_templates_staff_update on ${kind}_templates as restrictive for update
      to throughline_app using ${WRITES_LIBRARY} with check ${WRITES_LIBRARY};
    create policy ${kind}_template_versions_staff_insert on ${kind}_template_versions as restrictive for insert
      to throughline_app with check (${WRITES_LIBRARY} and published_by = (select app_staff_member()));`;
}
