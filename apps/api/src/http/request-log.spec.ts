import { loggedPath } from './request-log.js';

const id = '01939af2-0000-7000-8000-000000000001';

describe('a path in the log', () => {
  it.each<[string, string | undefined, Record<string, string>, string]>([
    ['a token', '/r/:token', { token: 'x'.repeat(43) }, '/r/:token'],
    ['an id', '/api/clients/:id', { id }, `/api/clients/${id}`],
    ['what somebody typed', '/api/clients/:id', { id: 'rowan@x.example' }, '/api/clients/:id'],
    ['the path of no route', undefined, {}, ':unknown'],
    ['what the console catches', '/*', { '*': 'clients/rowan' }, ':unknown'],
    ['a plain route', '/api/today', {}, '/api/today'],
  ])('tells %s as what it is, not what it holds', (_, pattern, params, logged) => {
    expect(loggedPath(pattern, params)).toBe(logged);
  });
});
