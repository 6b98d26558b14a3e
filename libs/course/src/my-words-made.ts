import { Injectable } from '@nestjs/common';
import { WishesService } from '@app/reflections/wishes.service.js';
import { WithdrawalsService } from '@app/reflections/withdrawals.service.js';

/** What a client makes of their words, and takes back. */
@Injectable()
export class MadeOfWords {
  constructor(
    readonly wishes: WishesService,
    readonly withdrawals: WithdrawalsService,
  ) {}
}
