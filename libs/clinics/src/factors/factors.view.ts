import type { FactorKind } from './factor.types.js';

export class TotpView {
  createdAt!: string;
}

export class PasskeyView {
  id!: string;
  name!: string;
  createdAt!: string;
  lastUsedAt!: string | null;
}

/** The second factors of the signed-in person. */
export class FactorsView {
  totp!: TotpView | null;
  passkeys!: PasskeyView[];
  /** How many recovery codes were not used yet. */
  recoveryCodesLeft!: number;
  /** False where the service is reached by an IP address: browsers make no passkeys there. */
  passkeysPossible!: boolean;
}

/** For an authenticator app: to type, and to scan as a QR code. */
export class TotpSecretView {
  /** Base32 in groups of four. */
  secret!: string;
  /** `otpauth://totp/…` */
  uri!: string;
}

/** What the browser's WebAuthn functions take. */
export class PasskeyOptionsView {
  options!: object;
}

export class RecoveryCodesView {
  /** Shown this once. */
  recoveryCodes!: string[];
}

/** A factor was added; who was signing in is signed in now. */
export class EnrolledView {
  next!: 'done';
  /** With the first factor, shown this once; null with every further one. */
  recoveryCodes!: string[] | null;
}

/** What comes next: `done` when signed in, else a factor to give or to set up first. */
export class SignInAnswer {
  next!: 'done' | 'second-factor' | 'enrol';
  /** Those that can be given, or set up, here. */
  factors!: FactorKind[];
}
