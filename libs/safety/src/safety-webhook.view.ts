/** Where wordless notices go besides e-mail. */
export class SafetyWebhookView {
  /** All of it null: the clinic has none. */
  url!: string | null;
  version!: number | null;
  /** ISO instant. */
  createdAt!: string | null;
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
