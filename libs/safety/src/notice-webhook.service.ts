import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { openWebhook, type OpenWebhook, webhookRow } from './safety-webhook.queries.js';
import { SafetyWebhooks, type WebhookOutcome } from './safety-webhooks.js';

/** What is told: that something happened to a flag, never why, never whose. */
export interface WebhookEvent {
  event: string;
  flagId: string | null;
  colour: 'red' | 'amber' | null;
}

/** Calls the clinic's webhook, where it has one. */
@Injectable()
export class NoticeWebhook {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly webhooks: SafetyWebhooks,
  ) {}

  /** Null where the clinic has none any more. */
  async call(actor: SystemActor, event: WebhookEvent): Promise<WebhookOutcome | null> {
    const found = await this.db.inClinic(actor, async (tx) => {
      const row = await webhookRow(tx);
      return row && { hook: openWebhook(await this.keyring.clinic(tx), actor.clinicId, row), now: tx.now };
    });
    return found && this.post(found.hook, { ...event, clinicId: actor.clinicId }, found.now);
  }

  private post(
    { url, secret }: OpenWebhook,
    event: WebhookEvent & { clinicId: string },
    now: Temporal.Instant,
  ): Promise<WebhookOutcome> {
    const at = Math.floor(now.epochMilliseconds / 1_000);
    const body = JSON.stringify({ ...event, at: now.toString() });
    return this.webhooks.call({ url, secret, body, at });
  }
}
