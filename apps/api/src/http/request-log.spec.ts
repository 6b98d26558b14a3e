import { loggedPath } from './request-log.js';

describe('a path in the log', () => {
  const token = 'x'.repeat(43);

  it.each([
    [`/r/${token}`, '/r/:token'],
    [`/r/${token}?from=mail`, '/r/:token'],
    [`/r/stop/${token}/`, '/r/stop/:token/'],
    ['/api/clients?after=01939af2', '/api/clients'],
    [
      '/api/clients/01939af2-0000-7000-8000-000000000001',
      '/api/clients/01939af2-0000-7000-8000-000000000001',
    ],
  ])('turns %s into %s', (url, logged) => {
    expect(loggedPath(url)).toBe(logged);
  });
});
