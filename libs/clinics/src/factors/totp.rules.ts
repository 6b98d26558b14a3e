import { generateSync, generateURI, verifySync } from 'otplib';
import type { Temporal } from 'temporal-polyfill';

/** RFC 6238 as every authenticator app does it: SHA-1, 6 digits, steps of 30 seconds. */
const PERIOD = 30;
/** Clocks of telephones differ, and typing takes a while: one step to either side is taken (RFC 6238, 5.2). */
const TOLERANCE = PERIOD;
const CODE = /^\d{6}$/;
/** 160 bits, the length RFC 4226 asks for. */
const SECRET = /^[A-Z2-7]{32}$/;

/** The code that an authenticator with this secret (base32) shows at this instant. */
export function totpCode(secret: string, at: Temporal.Instant): string {
  return generateSync({ secret, period: PERIOD, epoch: secondsOf(at) });
}

/**
 * The 30-second step the code was made for, counted from 1970; undefined when it fits none near `at`, or one not
 * after `lastUsedStep`: no code is taken twice. Spaces in the code say nothing.
 */
export function stepOfCode(
  secret: string,
  code: string,
  at: Temporal.Instant,
  lastUsedStep: number | null,
): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!CODE.test(token)) return undefined;
  const verified = verifySync({
    secret,
    token,
    period: PERIOD,
    epoch: secondsOf(at),
    epochTolerance: TOLERANCE,
    // otplib accepts steps after this one, and refuses a bound ahead of its own window.
    ...(lastUsedStep !== null && { afterTimeStep: Math.min(lastUsedStep, newestStep(at)) }),
  });
  if (!verified.valid || !('timeStep' in verified)) return undefined;
  return lastUsedStep !== null && verified.timeStep <= lastUsedStep ? undefined : verified.timeStep;
}

/** Is this a secret as we make them: 160 bits in base32? */
export function isTotpSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What an authenticator app reads from a QR code (Key Uri Format). `label` is the account's address. */
export function totpUri(secret: string, label: string): string {
  return generateURI({ issuer: 'Throughline', label, secret });
}

/** For people who type it: groups of four. */
export function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

function newestStep(at: Temporal.Instant): number {
  return Math.floor((secondsOf(at) + TOLERANCE) / PERIOD);
}

function secondsOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000);
}
