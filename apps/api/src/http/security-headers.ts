/** The console and everything else that has no policy of its own: nothing inline, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const NOWHERE = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];
/** The console alone asks for passkeys: the client's pages have no accounts. */
const PASSKEYS = ['publickey-credentials-create', 'publickey-credentials-get'];

function permissionsPolicy(isClientPage: boolean): string {
  const passkeys = PASSKEYS.map((feature) => `${feature}=${isClientPage ? '()' : '(self)'}`);
  return [...NOWHERE.map((feature) => `${feature}=()`), ...passkeys].join(', ');
}

/** Headers of every answer to this path, errors included. A handler may set stricter ones over them. */
export function securityHeaders(path: string, https: boolean): Record<string, string> {
  const isClientPage = /^\/[rc](\/|$|\?)/.test(path);
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissionsPolicy(isClientPage),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    ...(/^\/(api|r|c|hooks)(\/|$|\?)/.test(path) && { 'cache-control': 'no-store' }),
    ...(isClientPage && { 'x-robots-tag': 'noindex, nofollow' }),
  };
}
