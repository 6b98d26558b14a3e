/** What a person can give besides the password. */
export type FactorKind = 'totp' | 'passkey' | 'recovery-code';
