import { Body, Controller, Param, Post } from '@nestjs/common';
import { ClientView } from '@app/clients/client.view.js';
import { PassphraseService } from '@app/clients/passphrase.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { ResetPassphraseDto } from './passphrase-reset.dto.js';

@Controller('clients')
export class PassphraseResetsController {
  constructor(private readonly passphrases: PassphraseService) {}

  /** Takes the client's passphrase off after a call; their pages ask for none until they set one. */
  @Post(':id/passphrase-reset')
  @Roles('practitioner', 'coordinator')
  @StepUp()
  reset(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: ResetPassphraseDto,
  ): Promise<ClientView> {
    return this.passphrases.reset(actor, id, body);
  }
}
