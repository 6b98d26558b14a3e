import { safePath } from './use-arrive.js';

describe('the page a sign-in leads to', () => {
  it.each(['/today', '/clients/1?section=plan', '/appointments/1/brief'])('is %s', (next) => {
    expect(safePath(next)).toBe(next);
  });

  it.each([
    undefined,
    '',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
    '/sign-in/2fa',
  ])('is never %s', (next) => {
    expect(safePath(next)).toBeNull();
  });
});
