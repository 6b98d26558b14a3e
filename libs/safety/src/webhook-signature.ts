import { createHmac, randomBytes } from 'node:crypto';

/** 256 bits, as text that can be copied. */
export function newWebhookSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * `t=…,v1=…`: unix seconds, and the HMAC-SHA-256 in hex over `t.body` with the secret. Whoever receives it counts
 * it again and refuses what is older than some minutes.
 */
export function webhookSignature(secret: string, body: string, unixSeconds: number): string {
  const hmac = createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex');
  return `t=${unixSeconds},v1=${hmac}`;
}
