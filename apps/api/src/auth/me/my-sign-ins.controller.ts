import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { MySignInsView } from '@app/clinics/sign-ins/my-sign-in.view.js';
import { MySignInsService } from '@app/clinics/sign-ins/my-sign-ins.service.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../by.decorator.js';

@Controller('me/sign-ins')
export class MySignInsController {
  constructor(
    private readonly mine: MySignInsService,
    private readonly signIns: SignInsService,
  ) {}

  /** Every browser in which the person is signed in, in any clinic of theirs; the one used last comes first. */
  @Get()
  list(@By() actor: StaffActor): Promise<MySignInsView> {
    return this.mine.list(actor);
  }

  /** Signs one of them out. */
  @Delete(':id')
  @HttpCode(204)
  end(@By() actor: StaffActor, @Param('id') id: string): Promise<void> {
    return this.mine.end(actor, id);
  }

  /** Signs all of them out but the one that asks. */
  @Delete()
  @HttpCode(204)
  endOthers(@By() actor: StaffActor): Promise<void> {
    return this.signIns.revokeOthers(actor);
  }
}
