import type { TokenPurpose } from './account-token.types.js';

/** How long a link works, in minutes (OWASP Forgot Password Cheat Sheet; NIST SP 800-63B-4, 4.2.2.1: 24 h at most). */
export const LIFETIME_MINUTES: Record<TokenPurpose, number> = {
  invite: 24 * 60,
  reset: 30,
  start: 24 * 60,
  sender: 24 * 60,
};

const PAGES: Record<TokenPurpose, string> = {
  invite: '/invite',
  reset: '/reset',
  start: '/start',
  sender: '/confirm-sender',
};

/** Where the console takes the token. It stands in the fragment, which no browser sends to any server. */
export function accountLink(baseUrl: string, purpose: TokenPurpose, token: string): string {
  const url = new URL(PAGES[purpose], baseUrl);
  url.hash = token;
  return url.href;
}
