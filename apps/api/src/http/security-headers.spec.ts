import { securityHeaders } from './security-headers.js';

const PATHS = ['/', '/clients', '/assets/index-1a2b.js', '/api/me', '/r/p/01939af2', '/r', '/livez', '/%c0'];

describe('the headers of every answer', () => {
  it.each(PATHS)('let nothing inline and nothing foreign in, at %s', (path) => {
    const headers = securityHeaders(path, true);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:|nonce/);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  it.each(PATHS)('ask no browser for https where there is none, at %s', (path) => {
    expect(securityHeaders(path, false)).not.toHaveProperty('strict-transport-security');
  });

  it('let the console alone use passkeys', () => {
    const policyOf = (path: string) => securityHeaders(path, true)['permissions-policy'];
    for (const feature of ['publickey-credentials-create', 'publickey-credentials-get']) {
      expect(policyOf('/sign-in')).toContain(`${feature}=(self)`);
      expect(policyOf('/r/p/01939af2')).toContain(`${feature}=()`);
    }
    for (const path of PATHS) expect(policyOf(path)).toContain('camera=()');
  });

  it.each([
    ['/api/me', 'no-store'],
    ['/r/p/01939af2', 'no-store'],
    ['/r', 'no-store'],
    ['/clients', undefined],
    ['/rosters', undefined],
  ])('say of %s that it may be kept: %s', (path, kept) => {
    expect(securityHeaders(path, true)['cache-control']).toBe(kept);
    expect(securityHeaders(path, true)['x-robots-tag'] !== undefined).toBe(
      path.startsWith('/r/') || path === '/r',
    );
  });
});
