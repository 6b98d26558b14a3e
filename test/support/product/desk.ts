import request from 'supertest';
import type { MadeStaffMember } from '../../factories/staff-member.factory.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type SignsIn = Pick<MadeStaffMember, 'email' | 'password' | 'recoveryCodes'>;

/** A staff member at their desk: the API with their cookie, and nothing else. */
export class Desk {
  private constructor(
    private readonly baseUrl: string,
    private readonly cookie: string,
  ) {}

  /** With password and a recovery code, which is spent. */
  static async signIn(baseUrl: string, person: SignsIn): Promise<Desk> {
    const { email, password, recoveryCodes } = person;
    const answer = await new Desk(baseUrl, '').call('post', '/sign-ins', { email, password }, 201);
    expect(answer.body).toMatchObject({ next: 'second-factor' });
    const factor = { kind: 'recovery-code', code: recoveryCodes.shift() };
    const half = new Desk(baseUrl, cookieOf(answer));
    return new Desk(
      baseUrl,
      cookieOf(await half.call('post', '/sign-ins/current/second-factor', factor, 201)),
    );
  }

  async get<View>(path: string): Promise<View> {
    return (await this.call('get', path, undefined, 200)).body as View;
  }

  /** The items of a list. */
  async list<View>(path: string): Promise<View[]> {
    return (await this.get<{ items: View[] }>(path)).items;
  }

  async post<View>(path: string, body: object = {}, status = 201): Promise<View> {
    return (await this.call('post', path, body, status)).body as View;
  }

  async put<View>(path: string, body: object, status = 200): Promise<View> {
    return (await this.call('put', path, body, status)).body as View;
  }

  async delete<View>(path: string, status = 200): Promise<View> {
    return (await this.call('delete', path, undefined, status)).body as View;
  }

  private async call(
    method: Method,
    path: string,
    body: object | undefined,
    status: number,
  ): Promise<request.Response> {
    const made = request(this.baseUrl)[method](`/api${path}`);
    if (this.cookie) made.set('Cookie', this.cookie);
    if (method !== 'get') made.set('X-Throughline', '1');
    const answer = await (body ? made.send(body) : made);
    // The body tells more than the number.
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} instead of ${status}\n${answer.text}`);
    }
    return answer;
  }
}

function cookieOf({ headers }: request.Response): string {
  return (headers['set-cookie'] as unknown as string[])[0]!.split(';', 1)[0]!;
}
