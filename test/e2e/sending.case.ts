import { Temporal } from 'temporal-polyfill';
import type { TodayView } from '@app/briefs/today.view.js';
import type { ClientView } from '@app/clients/client.view.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import {
  aClientWithPlan,
  aSessionJustHeld,
  promptTitled,
  THIS_EVENING,
  WHAT_STAYED,
} from '../support/product/client-with-plan.js';
import { Desk } from '../support/product/desk.js';
import { FarEnd } from '../support/product/far-end.js';
import { foundClinic } from '../support/product/founding.js';
import { Product, WEDNESDAY_NOON } from '../support/product/product.js';
import { waitFor } from '../support/wait-for.js';

/** When "what stayed" of a ketamine session on Wednesday is due in Boise, and a minute more. */
export const THURSDAY_TEN = WEDNESDAY_NOON.add({ hours: 21, minutes: 1 });

/** A client who is asked something, and the prompt the tests follow. */
export interface Asked {
  client: ClientView;
  address: string;
  promptId: string;
}

/** The product, a practitioner at their desk, and a far end that answers as told. No worker runs yet. */
export class SendingCase {
  private constructor(
    readonly product: Product,
    readonly farEnd: FarEnd,
    private readonly maren: MadeStaffMember,
    public desk: Desk,
  ) {}

  static async open(queueUrl?: string): Promise<SendingCase> {
    const farEnd = await FarEnd.open();
    const product = await Product.start({ smtpUrl: farEnd.smtpUrl, queueUrl });
    const [maren] = await foundClinic(product);
    return new SendingCase(product, farEnd, maren!, await Desk.signIn(product.baseUrl, maren!));
  }

  /** Later on the product's clock: long enough for a sign-in to end, so with a new one. */
  async moveTo(instant: Temporal.Instant): Promise<void> {
    await this.product.setClock(instant);
    this.desk = await Desk.signIn(this.product.baseUrl, this.maren);
  }

  /** A client with a live plan whose ketamine session was completed two hours ago. */
  async client(): Promise<Asked> {
    const { client, address } = await aClientWithPlan(this.desk);
    const prompts = await aSessionJustHeld(this.desk, client);
    // The note of the same evening is not what these tests are about.
    await this.desk.post(`/prompts/${promptTitled(prompts, THIS_EVENING.title).id}/cancellation`);
    return { client, address, promptId: promptTitled(prompts, WHAT_STAYED.title).id };
  }

  async clients(count: number): Promise<Asked[]> {
    const made: Asked[] = [];
    for (let nth = 0; nth < count; nth += 1) made.push(await this.client());
    return made;
  }

  async promptOf({ client, promptId }: Asked): Promise<PromptView> {
    const prompts = await this.desk.list<PromptView>(`/clients/${client.id}/prompts`);
    return prompts.find(({ id }) => id === promptId)!;
  }

  /** Waits until the mailing of the prompt has come to stand so. */
  async untilDelivery(asked: Asked, status: string): Promise<PromptView> {
    return waitFor(
      `the mailing to ${asked.address} to be ${status}`,
      async () => {
        const prompt = await this.promptOf(asked);
        return prompt.delivery?.status === status ? prompt : null;
      },
      { limitMs: 20_000, everyMs: 100 },
    );
  }

  /** The product's clock. */
  async now(): Promise<Temporal.Instant> {
    return Temporal.Instant.from((await this.desk.get<TodayView>('/today')).now);
  }

  /** `count` mails to this address have arrived in full. */
  async untilArrived(address: string, count = 1): Promise<void> {
    await waitFor(`mail ${count} to ${address}`, () => this.farEnd.arrivalsFor(address).length >= count, {
      limitMs: 20_000,
    });
  }

  /** The workers have swept again since now: something that fell due after now has gone out. */
  async untilSweptAgain(): Promise<void> {
    const canary = await this.client();
    await this.desk.post(`/prompts/${canary.promptId}/dispatch`);
    await this.untilDelivery(canary, 'sent');
  }

  async close(): Promise<void> {
    await this.product.stop();
    await this.farEnd.close();
  }
}
