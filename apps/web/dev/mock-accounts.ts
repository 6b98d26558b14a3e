import type { MeView } from '../src/api-client/views.js';
import { codes, firstFactors, firstSignIns, newPasskey, totp } from './mock-account-data.js';
import { PACIFIC, me } from './mock-clients.js';

type Body = Record<string, unknown>;
export type Answer = [status: number, body?: unknown];
export type Route = [method: string, path: RegExp, handle: (params: string[], body: Body) => Answer];

export const problem = (status: number, code: string, errors: object[] = []): Answer => [
  status,
  { type: `urn:throughline:problem:${code}`, title: code, status, requestId: 'mock', errors },
];
const fieldError = (field: string, code: string, message: string) =>
  problem(422, 'invalid', [{ field, code, params: {}, message }]);

/** The one sign-in of the mock: a password, then a factor, then it is whole. */
let stage: 'none' | 'factor' | 'enrol' | 'full' = 'full';
let confirmedAt = 0;
export const isFull = (): boolean => stage === 'full';
export const isPublic = (path: string): boolean =>
  /^\/(sign-ins($|\/current)|service|password-resets|invitations\/(opening|acceptance)|clinic-starts|clinic-senders)/.test(
    path,
  ) ||
  (stage === 'enrol' && path.startsWith('/me/'));
/** 403 unless a second factor was given in the last five minutes, as the guard of the API does it. */
export const stepUp = (go: () => Answer): Answer =>
  Date.now() - confirmedAt < 5 * 60_000 ? go() : problem(403, 'step-up-required');

const done: Answer = [201, { next: 'done', factors: [] }];
const become = (next: typeof stage): void => void (stage = next);

export const person: MeView = {
  ...me,
  clinic: { ...me.clinic, setUp: true },
  clinics: [
    { id: 'c-1', name: 'Fernhollow Integration', shortName: 'Fernhollow' },
    { id: 'c-2', name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' },
  ],
  signIn: { idleSeconds: 900, expiresAt: new Date(Date.now() + 12 * 3600_000).toISOString() },
  steppedUp: false,
};
let factors = firstFactors();
let signIns = firstSignIns;
/** Every sign-in of the mock finds it as it was. */
function begin(): void {
  factors = firstFactors();
  signIns = firstSignIns;
  confirmedAt = 0;
}
const enrolled = (): Answer => {
  const isFirst = stage === 'enrol';
  stage = 'full';
  return [201, { next: 'done', recoveryCodes: isFirst ? codes : null }];
};

export const routes: Route[] = [
  [
    'POST',
    /^\/sign-ins$/,
    (_, body) => {
      if (body.password !== 'between sessions') return problem(401, 'sign-in-refused');
      begin();
      become(String(body.email).startsWith('new') ? 'enrol' : 'factor');
      person.signIn.expiresAt = new Date(Date.now() + 12 * 3600_000).toISOString();
      if (stage === 'enrol') return [201, { next: 'enrol', factors: ['totp', 'passkey'] }];
      return [201, { next: 'second-factor', factors: ['passkey', 'totp', 'recovery-code'] }];
    },
  ],
  [
    'POST',
    /^\/sign-ins\/current\/second-factor$/,
    (_, body) => {
      if (stage !== 'factor') return problem(401, 'signed-out');
      if (body.code !== '123456' && body.kind === 'totp') return problem(401, 'second-factor-refused');
      become('full');
      return done;
    },
  ],
  [
    'POST',
    /^\/sign-ins\/current\/passkey-challenge$/,
    () => [201, { options: { challenge: 'AAAA', userVerification: 'required' } }],
  ],
  ['POST', /^\/sign-ins\/current\/passkey$/, () => (become('full'), done)],
  [
    'POST',
    /^\/sign-ins\/current\/step-up$/,
    (_, body) => {
      if (body.kind === 'totp' && body.code !== '123456') return problem(422, 'second-factor-wrong');
      confirmedAt = Date.now();
      return [204];
    },
  ],
  [
    'POST',
    /^\/sign-ins\/current\/clinic$/,
    (_, body) => {
      const clinic = person.clinics.find(({ id }) => id === body.clinicId);
      if (!clinic) return problem(404, 'not-found');
      person.clinic = {
        ...person.clinic,
        ...clinic,
        location: {
          id: 'l-9',
          name: clinic.name,
          timeZone: clinic.id === 'c-1' ? PACIFIC : 'America/Denver',
        },
      };
      return done;
    },
  ],
  ['DELETE', /^\/sign-ins\/current$/, () => (become('none'), [204])],
  ['GET', /^\/me$/, () => [200, person]],
  ['PATCH', /^\/me$/, (_, body) => [200, Object.assign(person, body)]],
  ['POST', /^\/me\/totp$/, () => (stage === 'enrol' ? [201, totp] : stepUp(() => [201, totp]))],
  [
    'POST',
    /^\/me\/totp\/confirmation$/,
    (_, body) => {
      if (body.code !== '123456') return problem(422, 'second-factor-wrong');
      factors.totp = { createdAt: '2026-10-27T17:06:00Z' };
      return enrolled();
    },
  ],
  [
    'POST',
    /^\/me\/passkeys\/challenge$/,
    () => (stage === 'enrol' ? [201, newPasskey] : stepUp(() => [201, newPasskey])),
  ],
  [
    'POST',
    /^\/me\/passkeys$/,
    (_, body) => {
      const id = `pk-${factors.passkeys.length + 1}`;
      factors.passkeys.push({
        id,
        name: String(body.name),
        createdAt: '2026-10-27T17:06:00Z',
        lastUsedAt: null,
      });
      return enrolled();
    },
  ],
  [
    'POST',
    /^\/me\/recovery-codes$/,
    () => stepUp(() => ((factors.recoveryCodesLeft = 10), [201, { recoveryCodes: codes }])),
  ],
  ['GET', /^\/me\/factors$/, () => [200, factors]],
  ['DELETE', /^\/me\/totp$/, () => stepUp(() => ((factors.totp = null), [204]))],
  [
    'DELETE',
    /^\/me\/passkeys\/([^/]+)$/,
    ([id]) =>
      stepUp(() => {
        if (!factors.totp && factors.passkeys.length === 1) return problem(409, 'last-factor');
        factors.passkeys = factors.passkeys.filter((each) => each.id !== id);
        return [204];
      }),
  ],
  ['GET', /^\/me\/sign-ins$/, () => [200, { items: signIns, next: null }]],
  ['DELETE', /^\/me\/sign-ins$/, () => ((signIns = signIns.filter((each) => each.current)), [204])],
  [
    'DELETE',
    /^\/me\/sign-ins\/([^/]+)$/,
    ([id]) => ((signIns = signIns.filter((each) => each.id !== id)), [204]),
  ],
  [
    'PUT',
    /^\/me\/password$/,
    (_, body) =>
      stepUp(() =>
        body.current === 'between sessions'
          ? [204]
          : fieldError('current', 'passwordWrong', 'That is not your password now.'),
      ),
  ],
  ['POST', /^\/me\/leaving$/, () => stepUp(() => problem(409, 'last-admin'))],
  ['GET', /^\/service$/, () => [200, { signUp: 'open' }]],
  ['POST', /^\/password-resets$/, () => [202, {}]],
  [
    'POST',
    /^\/password-resets\/redemption$/,
    (_, { token, password }) =>
      token !== 'good'
        ? problem(404, 'link-ended')
        : String(password).startsWith('password')
          ? fieldError(
              'password',
              'passwordCommon',
              'This password is on lists of common ones. Choose another.',
            )
          : [204],
  ],
  [
    'POST',
    /^\/invitations\/opening$/,
    (_, { token }) =>
      token === 'good' || token === 'known'
        ? [
            200,
            {
              clinicName: 'Fernhollow Integration',
              email: 'june@fernhollow.example',
              name: 'June Hallberg',
              roles: ['practitioner', 'coordinator'],
              hasAccount: token === 'known',
            },
          ]
        : problem(404, 'link-ended'),
  ],
  [
    'POST',
    /^\/invitations\/acceptance$/,
    (_, { token, password }) =>
      token === 'known' && password !== 'between sessions'
        ? fieldError('password', 'passwordWrong', 'That is not the password of this account.')
        : [204],
  ],
  ['POST', /^\/clinic-starts$/, () => [202, {}]],
  [
    'POST',
    /^\/clinic-starts\/opening$/,
    (_, { token }) =>
      token === 'good' ? [200, { email: 'maren@harrowlane.example' }] : problem(404, 'link-ended'),
  ],
  ['POST', /^\/clinic-starts\/acceptance$/, () => [204]],
];
