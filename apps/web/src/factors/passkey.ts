import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { givePasskey, passkeyChallenge, stepUp, stepUpChallenge } from '../api-client/calls-accounts.js';

/** The person closed the browser's own window, or no passkey here fits. */
export class PasskeyDeclined extends Error {}

/** Loaded when it is first needed: most pages never ask for a passkey. */
const library = () => import('@simplewebauthn/browser');

export const canUsePasskeys = (): boolean =>
  window.isSecureContext && typeof window.PublicKeyCredential === 'function';

/** Asks the browser for a passkey that answers this challenge. Throws `PasskeyDeclined`. */
async function askForPasskey(options: object): Promise<object> {
  const { startAuthentication } = await library();
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(declined);
}

/** Asks the browser to make a passkey. Throws `PasskeyDeclined`. */
export async function makePasskey(options: object): Promise<object> {
  const { startRegistration } = await library();
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).catch(declined);
}

/** The whole second factor by passkey: the challenge, the browser's window, the answer. */
export async function signInByPasskey() {
  const { options } = await passkeyChallenge();
  return givePasskey({ response: await askForPasskey(options) });
}

/** The same, to confirm who is there. */
export async function confirmByPasskey() {
  const { options } = await stepUpChallenge();
  return stepUp({ kind: 'passkey', response: await askForPasskey(options) });
}

function declined(cause: unknown): never {
  throw new PasskeyDeclined('declined', { cause });
}
