import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { NotFound } from '@app/platform/errors/errors.js';
import type { FactorHolder } from './factor.types.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { type NewPasskey, PasskeyRows } from './passkey-rows.js';
import { RelyingParty } from './relying-party.js';

/**
 * Passkeys by WebAuthn. The person is verified by the device (PIN, finger, face) every time: a passkey alone steps
 * a sign-in up, and a key that was left in the machine must not do that for whoever sits down there.
 */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly rows: PasskeyRows,
    private readonly challenges: PasskeyChallenges,
    private readonly party: RelyingParty,
  ) {}

  /** False where our address is a bare IP: browsers make no passkeys there. */
  get possible(): boolean {
    return this.party.id !== undefined;
  }

  /** What the browser needs to make a passkey. `email` is what the device shows. @throws NotFound where impossible */
  async optionsToMake(who: FactorHolder, email: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: this.party.name,
      rpID: this.partyId(),
      userName: email,
      userID: new Uint8Array(Buffer.from(who.accountId.replaceAll('-', ''), 'hex')),
      attestationType: 'none',
      excludeCredentials: await this.known(who.accountId),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    await this.challenges.keep(who.signInId, options.challenge);
    return options;
  }

  /** The passkey that the browser made; undefined when it is not to be trusted, or answers no challenge of ours. */
  async made(who: FactorHolder, response: unknown): Promise<NewPasskey | undefined> {
    const expectedChallenge = await this.challenges.take(who.signInId);
    if (!expectedChallenge) return undefined;
    const verified = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: this.party.origin,
      expectedRPID: this.partyId(),
      requireUserVerification: true,
    }).catch(malformed);
    if (!verified?.verified) return undefined;
    const { credential, credentialBackedUp } = verified.registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
    };
  }

  /** What the browser needs to use a passkey of this account. @throws NotFound where impossible */
  async optionsToUse(who: FactorHolder): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await generateAuthenticationOptions({
      rpID: this.partyId(),
      allowCredentials: await this.known(who.accountId),
      userVerification: 'required',
    });
    await this.challenges.keep(who.signInId, options.challenge);
    return options;
  }

  /** Is this the answer of a passkey of this account to the challenge of this sign-in? True once. */
  async take(who: FactorHolder, response: unknown): Promise<boolean> {
    const expectedChallenge = await this.challenges.take(who.signInId);
    const passkey = expectedChallenge && (await this.rows.find(who.accountId, credentialIdOf(response)));
    if (!passkey) return false;
    const verified = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: this.party.origin,
      expectedRPID: this.partyId(),
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }).catch(malformed);
    // The library refuses a counter that does not rise: a passkey that was copied.
    return verified?.verified === true && this.rows.used(passkey, verified.authenticationInfo.newCounter);
  }

  private async known(accountId: string) {
    return (await this.rows.of(accountId)).map(({ credentialId, transports }) => ({
      id: credentialId.toString('base64url'),
      transports,
    }));
  }

  private partyId(): string {
    if (!this.party.id) throw new NotFound('passkeys');
    return this.party.id;
  }
}

/** Whatever a browser can send that is not the answer of a passkey. */
function malformed(): undefined {
  return undefined;
}

function credentialIdOf(response: unknown): Buffer {
  const { id } = response as { id?: unknown };
  return Buffer.from(typeof id === 'string' ? id : '', 'base64url');
}
