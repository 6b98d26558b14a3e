import type { Tx } from '@app/platform/database/database.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import type { NoticeReason } from './flag.types.js';
import type { SafetyWebhookDeliveryView } from './safety-webhook.view.js';

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

interface DeliveryRow {
  reason: NoticeReason;
  status: 'scheduled' | 'sending' | 'sent' | 'unknown' | 'failed';
  attempts: number;
  at: Date;
}

/** What became of the last notices to it, newest first. */
export async function lastDeliveries(tx: Tx): Promise<SafetyWebhookDeliveryView[]> {
  const rows = await tx.query<DeliveryRow>(
    `select reason, status, attempts, coalesce(sent_at, send_at) as at from safety_notices
     where clinic_id = $1 and channel = 'webhook' order by coalesce(sent_at, send_at) desc, id desc limit 10`,
    [tx.actor.clinicId],
  );
  return rows.map(({ reason, status, attempts, at }) => ({
    event: `safety-flag.${reason}`,
    outcome: outcomeOf(status),
    attempts,
    at: at.toISOString(),
  }));
}

function outcomeOf(status: DeliveryRow['status']): SafetyWebhookDeliveryView['outcome'] {
  switch (status) {
    case 'sent':
      return 'accepted';
    case 'scheduled':
    case 'sending':
      return 'waiting';
    case 'unknown':
    case 'failed':
      return status;
  }
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
