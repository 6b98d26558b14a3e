import { domainToASCII } from 'node:url';

/** Where a URL's host would end, or be decoded: what stands behind would be lost. No name of a host has any. */
const NOT_OF_A_HOST = /[/?#%\\]/;

/**
 * The host of an address as mail is routed to it: letters that look alike are one host (IDNA, UTS 46).
 * Null for what is no host.
 */
export function mailHost(host: string): string | null {
  if (NOT_OF_A_HOST.test(host)) return null;
  return domainToASCII(host).replace(/\.$/, '') || null;
}
