import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal } from '@app/platform/encryption/sealing.js';
import { Conflict, Invalid, staleVersion } from '@app/platform/errors/errors.js';
import { NoticeWebhook } from './notice-webhook.service.js';
import {
  lastDeliveries,
  openWebhook,
  secretBinding,
  urlBinding,
  webhookRow,
} from './safety-webhook.queries.js';
import type {
  NewSafetyWebhookView,
  SafetyWebhookTestView,
  SafetyWebhookView,
} from './safety-webhook.view.js';
import { safeUrl } from './safety-webhooks.js';
import { newWebhookSecret } from './webhook-signature.js';

/** Where wordless notices go besides e-mail, as admins set it. */
@Injectable()
export class SafetyWebhookSettings {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
    private readonly notices: NoticeWebhook,
  ) {}

  read(actor: StaffActor): Promise<SafetyWebhookView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await webhookRow(tx);
      const deliveries = await lastDeliveries(tx);
      if (!row) return { url: null, version: null, createdAt: null, deliveries };
      const { url } = openWebhook(await this.keyring.clinic(tx), actor.clinicId, row);
      return { url, version: row.version, createdAt: row.created_at.toISOString(), deliveries };
    });
  }

  /**
   * The whole of it, with a new secret that only this answer holds. `version`: the one that was read, absent where
   * there is none yet. @throws Invalid unless https; Conflict (stale version)
   */
  put(actor: StaffActor, { url, version }: { url: string; version?: number }): Promise<NewSafetyWebhookView> {
    const target = safeUrl(url);
    if (!target) throw new Invalid('url', 'isUrl');
    return this.db.inClinic(actor, async (tx) => {
      const known = await webhookRow(tx);
      if ((known?.version ?? undefined) !== version) throw staleVersion();
      const key = await this.keyring.clinic(tx);
      const secret = newWebhookSecret();
      const { clinicId } = actor;
      const next = (version ?? 0) + 1;
      const written = await tx.query<{ version: number }>(
        `insert into safety_webhooks (clinic_id, url_sealed, secret_sealed, created_at, version)
         values ($1, $2, $3, app_now(), $4)
         on conflict (clinic_id) do update set url_sealed = excluded.url_sealed, secret_sealed = excluded.secret_sealed,
           created_at = excluded.created_at, disabled_at = null, version = excluded.version
         where safety_webhooks.version = excluded.version - 1
         returning version`,
        [
          clinicId,
          seal(key, urlBinding(clinicId), target.href),
          seal(key, secretBinding(clinicId), secret),
          next,
        ],
      );
      if (written.length === 0) throw staleVersion();
      await this.record(tx, 'safety-webhook.changed');
      return { url: target.href, version: next, secret, createdAt: tx.now.toString() };
    });
  }

  /** Also where there is none. */
  remove(actor: StaffActor): Promise<void> {
    return this.db.inClinic(actor, async (tx) => {
      await tx.query('delete from safety_webhooks where clinic_id = $1', [actor.clinicId]);
      await this.record(tx, 'safety-webhook.removed');
    });
  }

  /** Calls it once, of no flag. @throws Conflict where there is none */
  async test(actor: StaffActor): Promise<SafetyWebhookTestView> {
    await this.db.inClinic(actor, async (tx) => {
      if (!(await webhookRow(tx))) throw new Conflict('conflict');
      await this.record(tx, 'safety-webhook.tested');
    });
    const system = { kind: 'system' as const, clinicId: actor.clinicId, job: 'test-webhook' };
    const outcome = await this.notices.call(system, { event: 'test', flagId: null, colour: null });
    return { accepted: outcome === 'accepted' };
  }

  private record(tx: Tx, action: string): Promise<void> {
    // A webhook has no id of its own: it is the clinic's.
    const subjectIds = [tx.actor.clinicId];
    return this.audit.record(tx, { action, subjectType: 'safety-webhook', subjectIds, clientIds: [] });
  }
}
