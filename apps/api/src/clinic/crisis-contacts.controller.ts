import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { CrisisContactListView, CrisisContactView } from '@app/clinics/settings/crisis-contact.view.js';
import { CrisisContactsService } from '@app/clinics/settings/crisis-contacts.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { PutCrisisContactDto } from './crisis-contact.dto.js';

@Controller('crisis-contacts')
export class CrisisContactsController {
  constructor(private readonly contacts: CrisisContactsService) {}

  /** Where else the clinic's clients can turn. */
  @Get()
  async list(@By() actor: StaffActor): Promise<CrisisContactListView> {
    return { items: await this.contacts.list(actor), next: null };
  }

  /** Sets one: `crisis-line`, `emergency` or `outside-care-team`. */
  @Put(':kind')
  @Roles('admin')
  put(
    @By() actor: StaffActor,
    @Param('kind') kind: string,
    @Body() body: PutCrisisContactDto,
  ): Promise<CrisisContactView> {
    return this.contacts.put(actor, kind, body);
  }

  /** Takes one back; the country's line, where there is one, stands again. */
  @Delete(':kind')
  @Roles('admin')
  @HttpCode(204)
  remove(@By() actor: StaffActor, @Param('kind') kind: string): Promise<void> {
    return this.contacts.remove(actor, kind);
  }
}
