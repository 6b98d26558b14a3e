/** What became of one notice: that something happened, never why, never whose. */
export class SafetyWebhookDeliveryView {
  /** As in the notice itself, e.g. `safety-flag.raised`. */
  event!: string;
  /** `failed`: it took none of the attempts, or the flag was closed before. `unknown`: nobody answered in time. */
  outcome!: 'accepted' | 'waiting' | 'failed' | 'unknown';
  attempts!: number;
  /** ISO instant: when it was taken, or is tried next or was last. */
  at!: string;
}

/** Where wordless notices go besides e-mail. */
export class SafetyWebhookView {
  /** All of it null: the clinic has none. */
  url!: string | null;
  version!: number | null;
  /** ISO instant. */
  createdAt!: string | null;
  /** The last 10, newest first, wherever they went; without tests. */
  deliveries!: SafetyWebhookDeliveryView[];
}

export class NewSafetyWebhookView {
  url!: string;
  version!: number;
  /** ISO instant. */
  createdAt!: string;
  /** For the signature; in this answer and never again. */
  secret!: string;
}

export class SafetyWebhookTestView {
  /** It answered with a status of 200 to 299 within 5 seconds. */
  accepted!: boolean;
}
