import { request } from './request.js';
import { patch, post, put, remove } from './send.js';
import type {
  OpenedClinicStartView,
  EnrolledView,
  OpenedInvitationView,
  PasskeyOptionsView,
  RecoveryCodesView,
  SignInAnswer,
  TotpSecretView,
} from './views-accounts.js';
import type { MeView } from './views.js';

/** Signing in, and what needs no sign-in: a refusal is worded where it was asked. */
const enter = <T>(path: string, body: unknown = {}) =>
  request<T>(path, { method: 'POST', body, isSigningIn: true });

export type Code = { kind: 'totp' | 'recovery-code'; code: string };
export type PasskeyResponse = { response: object };

export const signIn = (email: string, password: string) =>
  enter<SignInAnswer>('/sign-ins', { email, password });
export const giveCode = (code: Code) => enter<SignInAnswer>('/sign-ins/current/second-factor', code);
export const passkeyChallenge = () => enter<PasskeyOptionsView>('/sign-ins/current/passkey-challenge');
export const givePasskey = (passkey: PasskeyResponse) =>
  enter<SignInAnswer>('/sign-ins/current/passkey', passkey);
export const signOut = () =>
  request<void>('/sign-ins/current', { method: 'DELETE', isSigningIn: true, isPersons: true });
/** Who has just signed in; asked while the page is still covered. */
export const whoIsThere = () => request<MeView>('/me', { isSigningIn: true, isPersons: true });
/** Says that somebody is there. */
export const staySignedIn = () => request<MeView>('/me', { isPersons: true });
export const workIn = (clinicId: string) => post<SignInAnswer>('/sign-ins/current/clinic', { clinicId });
/** The same, while the page is still covered. */
export const workInAgain = (clinicId: string) =>
  enter<SignInAnswer>('/sign-ins/current/clinic', { clinicId });

export const stepUpChallenge = () => post<PasskeyOptionsView>('/sign-ins/current/passkey-challenge');
export const stepUp = (proof: { kind: 'totp'; code: string } | { kind: 'passkey'; response: object }) =>
  post<void>('/sign-ins/current/step-up', proof);

export const startTotp = () => post<TotpSecretView>('/me/totp');
export const confirmTotp = (code: string) => post<EnrolledView>('/me/totp/confirmation', { code });
export const newPasskeyChallenge = () => post<PasskeyOptionsView>('/me/passkeys/challenge');
export const addPasskey = (passkey: { name: string; response: object }) =>
  post<EnrolledView>('/me/passkeys', passkey);
export const removeTotp = () => remove<void>('/me/totp');
export const removePasskey = (id: string) => remove<void>(`/me/passkeys/${id}`);
export const newRecoveryCodes = () => post<RecoveryCodesView>('/me/recovery-codes');
export const changePassword = (change: { current: string; password: string }) =>
  put<void>('/me/password', change);
export const endSignIn = (id: string) => remove<void>(`/me/sign-ins/${id}`);
export const endOtherSignIns = () => remove<void>('/me/sign-ins');
export const chooseForMyself = (wishes: { wantsDigest: boolean }) => patch<MeView>('/me', wishes);
export const leaveClinic = () => post<void>('/me/leaving');

export const askForReset = (email: string) => enter<object>('/password-resets', { email });
export const resetPassword = (token: string, password: string) =>
  enter<void>('/password-resets/redemption', { token, password });
export const openInvitation = (token: string) =>
  enter<OpenedInvitationView>('/invitations/opening', { token });
export const acceptInvitation = (acceptance: { token: string; name?: string; password: string }) =>
  enter<void>('/invitations/acceptance', acceptance);

export interface NewClinic {
  clinicName: string;
  shortName: string;
  country: string;
  timeZone: string;
  phone: string;
}
export const askToStart = (email: string) => enter<object>('/clinic-starts', { email });
export const openStart = (token: string) => enter<OpenedClinicStartView>('/clinic-starts/opening', { token });
export const startClinic = (start: { token: string; name: string; password: string } & NewClinic) =>
  enter<void>('/clinic-starts/acceptance', start);
