/** Short names for what the API answers about accounts and signing in. */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Role = Schemas['MeView']['roles'][number];

export type SignInAnswer = Schemas['SignInAnswer'];
export type FactorKind = SignInAnswer['factors'][number];
export type PasskeyOptionsView = Schemas['PasskeyOptionsView'];
export type TotpSecretView = Schemas['TotpSecretView'];
export type EnrolledView = Schemas['EnrolledView'];
export type RecoveryCodesView = Schemas['RecoveryCodesView'];
export type FactorsView = Schemas['FactorsView'];
export type MySignInView = Schemas['MySignInView'];

export type ServiceView = Schemas['ServiceView'];
export type OpenedInvitationView = Schemas['OpenedInvitationView'];
export type OpenedClinicStartView = Schemas['OpenedClinicStartView'];
