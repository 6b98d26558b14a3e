import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';

/** Who a passkey is made for (WebAuthn 2, 5.1.2): the host of our own address. */
@Injectable()
export class RelyingParty {
  readonly name = 'Throughline';
  /** A domain, or `localhost`; undefined at a bare IP address, where browsers make no passkeys. */
  readonly id: string | undefined;
  /** The one origin whose pages may use them. Another name of the same machine is another relying party. */
  readonly origin: string;

  constructor(config: Config) {
    const { hostname, origin } = new URL(config.BASE_URL);
    this.id = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : undefined;
    this.origin = origin;
  }
}
