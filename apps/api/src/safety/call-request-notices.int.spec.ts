import { NoticeLetters } from '@app/safety/notice-letters.service.js';
import { NoticeWebhook } from '@app/safety/notice-webhook.service.js';
import { SafetyNoticesService } from '@app/safety/safety-notices.service.js';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { Config } from '@app/platform/config/config.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import type { Mailer } from '@app/platform/mail/mailer.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { aPlannedClient, type ReplyTown, replyTown } from '../reply/reply.test-support.js';
import { aCallRequest, noticesOf } from './call-requests.test-support.js';

describe('asking to be called', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const asked = (words?: string) => aCallRequest(town, words);
  const notices = () => noticesOf(town);

  describe('the notice', () => {
    /** A mail server that answers as told. */
    function notifier(...answers: Handover[]) {
      const mails: OutgoingMail[] = [];
      const mailer = {
        send: (mail: OutgoingMail) => {
          mails.push(mail);
          return Promise.resolve(answers.shift() ?? { outcome: 'accepted' as const, response: '250' });
        },
      } as unknown as Mailer;
      const { app, house } = town.api;
      const accounts = app.get(AccountsService, { strict: false });
      const letters = new NoticeLetters(house.db, house.keyring, app.get(Config), accounts);
      const webhook = app.get(NoticeWebhook, { strict: false });
      return { mails, service: new SafetyNoticesService(house.db, letters, webhook, mailer) };
    }
    const dueAgain = () =>
      town.rows(
        "update safety_notices set send_at = now() - interval '1 second', lease_until = null where client_id = $1",
        [town.clientId],
      );

    it('goes out once, without a name, a clinic or a word', async () => {
      await asked('the heron on the weir');
      const [notice] = await notices();
      const { mails, service } = notifier();
      await Promise.all([1, 2].map(() => service.send(town.clinic.system, notice!.id)));
      await service.send(town.clinic.system, notice!.id);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ to: town.maren.email, subject: 'Someone asked for a call' });
      expect(JSON.stringify(mails)).not.toMatch(/Rowan|Ellis|Fernhollow Integration|heron/);
      expect(await notices()).toMatchObject([{ status: 'sent', attempts: 1 }]);
    });

    it('is tried again when nobody knows, or the server asks for patience', async () => {
      await asked();
      const [notice] = await notices();
      const { mails, service } = notifier(
        { outcome: 'unknown', why: 'ETIMEDOUT' },
        { outcome: 'refused-for-now', code: '451' },
      );
      const send = () => service.send(town.clinic.system, notice!.id);
      await send();
      expect(await notices()).toMatchObject([{ status: 'scheduled', attempts: 1 }]);
      await send();
      expect(mails).toHaveLength(1);
      await dueAgain();
      await send();
      await dueAgain();
      await send();
      expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
      expect(await notices()).toMatchObject([{ status: 'sent', attempts: 3 }]);
    });

    it('is taken over from a worker that died, and not from one that lives', async () => {
      await asked();
      const [notice] = await notices();
      const { mails, service } = notifier();
      const claimed = (lease: string) =>
        town.rows(
          `update safety_notices set status = 'sending', lease_until = now() ${lease} where id = $1`,
          [notice!.id],
        );
      await claimed("+ interval '1 minute'");
      await service.send(town.clinic.system, notice!.id);
      expect(mails).toHaveLength(0);
      await claimed("- interval '1 second'");
      await service.send(town.clinic.system, notice!.id);
      expect(mails).toHaveLength(1);
    });

    it('ends when the server will never take it', async () => {
      await asked();
      const [notice] = await notices();
      const { service } = notifier({ outcome: 'refused', code: '550 5.1.1' });
      await service.send(town.clinic.system, notice!.id);
      expect(await notices()).toMatchObject([{ status: 'failed' }]);
    });
  });
});
