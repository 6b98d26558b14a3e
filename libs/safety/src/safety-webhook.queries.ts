import type { Tx } from '@app/platform/database/database.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';

export interface WebhookRow {
  url_sealed: Buffer;
  secret_sealed: Buffer;
  created_at: Date;
  version: number;
}

export interface OpenWebhook {
  url: string;
  secret: string;
}

/** The clinic's, for its admins and the product. */
export async function webhookRow(tx: Tx): Promise<WebhookRow | null> {
  const [row] = await tx.query<WebhookRow>(
    `select url_sealed, secret_sealed, created_at, version from safety_webhooks
     where clinic_id = $1 and disabled_at is null`,
    [tx.actor.clinicId],
  );
  return row ?? null;
}

export function openWebhook(key: Key, clinicId: string, row: WebhookRow): OpenWebhook {
  return {
    url: unseal(key, urlBinding(clinicId), row.url_sealed),
    secret: unseal(key, secretBinding(clinicId), row.secret_sealed),
  };
}

export function urlBinding(clinicId: string) {
  return { clinicId, label: 'webhook.url', rowId: clinicId };
}

export function secretBinding(clinicId: string) {
  return { clinicId, label: 'webhook.secret', rowId: clinicId };
}
