import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf, setCookie } from './cookies.js';

const request = (cookie?: string) => ({ headers: { cookie } }) as unknown as FastifyRequest;

describe('reading a cookie', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['signin=abc', 'abc'],
    ['other=1; signin=abc; signin=def', 'abc'],
    ['notsignin=1;signin=abc', 'abc'],
    ['signin', undefined],
    ['signin=', ''],
  ])('finds in "%s" the value %s', (header, value) => {
    expect(cookieOf(request(header), 'signin')).toBe(value);
  });
});

describe('setting a cookie', () => {
  const set = (wishes: Partial<Parameters<typeof setCookie>[1]>) => {
    const header = jest.fn();
    setCookie({ header } as unknown as FastifyReply, {
      name: 'a',
      value: 'b',
      path: '/',
      secure: true,
      ...wishes,
    });
    return header.mock.calls[0]?.[1] as string;
  };

  it('is always HttpOnly and SameSite=Lax', () => {
    expect(set({})).toBe('a=b; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(set({ path: '/r/p/01939af2', maxAge: 60.7, secure: false })).toBe(
      'a=b; Path=/r/p/01939af2; HttpOnly; SameSite=Lax; Max-Age=60',
    );
  });

  it.each([{ value: 'b; Domain=x' }, { value: 'b\r\nX: y' }, { path: '/;' }, { name: 'a=b' }])(
    'cannot be broken out of: %j',
    (wishes) => {
      expect(() => set(wishes)).toThrow();
    },
  );
});
