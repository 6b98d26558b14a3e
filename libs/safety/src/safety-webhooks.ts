import { lookup as resolve } from 'node:dns/promises';
import { request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { isPublicAddress } from './webhook-address.rules.js';
import { webhookSignature } from './webhook-signature.js';

export interface WebhookCall {
  url: string;
  secret: string;
  body: string;
  /** Unix seconds. */
  at: number;
}

/** `refused`: it will not be taken as it is, or must not go there. `unknown`: no answer; it may have arrived. */
export type WebhookOutcome = 'accepted' | 'refused' | 'unknown';

/** From the first look-up to the last byte, in milliseconds. */
const PATIENCE_MS = 5_000;

/** Calls a clinic's webhook: https only, to the internet only, no redirect followed, nothing of the answer kept. */
@Injectable()
export class SafetyWebhooks {
  constructor(private readonly config: Config) {}

  async call({ url, secret, body, at }: WebhookCall): Promise<WebhookOutcome> {
    const target = safeUrl(url);
    if (!target) return 'refused';
    const limit = AbortSignal.timeout(PATIENCE_MS);
    const address = await this.addressOf(target.hostname, limit);
    if (!address) return 'refused';
    if (address === 'unknown') return 'unknown';
    return post(
      target,
      {
        ...this.connection(),
        // The address that was checked is the one that is called: a name that leads elsewhere by now does not matter.
        lookup: (_name, { all }, done) =>
          all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)),
        signal: limit,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Throughline',
          'throughline-signature': webhookSignature(secret, body, at),
        },
      },
      body,
    );
  }

  /** What the connection is made with besides; tests bring a certificate of their own. */
  protected connection(): Pick<ConnectionOptions, 'pskCallback'> & RequestOptions {
    return {};
  }

  protected resolve(hostname: string): Promise<{ address: string }[]> {
    return resolve(hostname, { all: true });
  }

  /** Null where one of its addresses must not be called: which one a call would meet is nobody's choice. */
  private async addressOf(hostname: string, limit: AbortSignal): Promise<string | 'unknown' | null> {
    const bare = hostname.replace(/^\[|\]$/g, '');
    const found = isIP(bare) ? [{ address: bare }] : await within(limit, this.resolve(bare));
    const [first] = found;
    if (!first) return 'unknown';
    const mayBePrivate = this.config.WEBHOOKS_TO_PRIVATE_ADDRESSES === 'allowed';
    return mayBePrivate || found.every(({ address }) => isPublicAddress(address)) ? first.address : null;
  }
}

/** An https URL without a name and password in it; null for anything else. */
export function safeUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

/** The answer's status is all that is looked at; a redirect is a refusal. */
function post(url: URL, options: RequestOptions, body: string): Promise<WebhookOutcome> {
  return new Promise((done) => {
    const call = request(url, { ...options, method: 'POST', agent: false }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      done(status >= 200 && status < 300 ? 'accepted' : 'refused');
    });
    call.on('error', () => done('unknown'));
    call.end(body);
  });
}

async function within<T>(limit: AbortSignal, found: Promise<T[]>): Promise<T[]> {
  const late = new Promise<T[]>((done) => limit.addEventListener('abort', () => done([]), { once: true }));
  return Promise.race([found.catch(() => []), late]);
}
