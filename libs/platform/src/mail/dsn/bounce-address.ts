import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../../encryption/sealing.js';
import type { MailReport } from './mail-report.js';

/** 80 bits; with them and a mailing's id the part before the @ has 61 of the 64 characters it may have (RFC 5321). */
const MAC_BYTES = 10;
const BOUNCE = /\+([\da-f]{32})\.([\da-f]{20})@/i;
/** Ours by its looks, well made or not. */
const OURS = /(^|[<\s"'])bounces\+[^@\s]*@/i;
const MESSAGE_ID = /^<mailing\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@[^\s<>@]+>$/i;

/** The envelope sender of one mailing: what mail servers have to say about it comes to nobody else. */
export function bounceAddress(key: Buffer, mailingId: string, domain: string): string {
  const id = mailingId.replaceAll('-', '').toLowerCase();
  return `bounces+${id}.${macOf(key, id).toString('hex')}@${domain}`;
}

/**
 * The mailing that a report is about, or null. An address of ours that we never gave away says nothing, whatever
 * else stands in the report; where there is none at all, the Message-ID of what came back counts.
 */
export function mailingOfReport(key: Buffer, { addresses, messageId }: MailReport): string | null {
  if (!addresses.some((address) => OURS.test(address)))
    return MESSAGE_ID.exec(messageId ?? '')?.[1]?.toLowerCase() ?? null;
  for (const address of addresses) {
    const [, id = '', mac = ''] = BOUNCE.exec(address.toLowerCase()) ?? [];
    if (id && timingSafeEqual(Buffer.from(mac, 'hex'), macOf(key, id))) return uuid(id);
  }
  return null;
}

function macOf(key: Buffer, id: string): Buffer {
  return keyedHash(key, 'bounce-address', id).subarray(0, MAC_BYTES);
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
