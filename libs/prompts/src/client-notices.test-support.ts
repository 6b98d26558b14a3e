import { ClientCourseService } from '@app/course/client-course.service.js';
import type { ReplyEntry } from '@app/course/reply-door.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { ClientStatus } from '@app/clients/client.types.js';
import { promptOf } from './due-question.test-support.js';
import type { PromptHouse } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

interface Notice {
  id: string;
  status: string;
  at: string;
}

/** What is looked at and done around the e-mails about the e-mails, for the client that `of` names then. */
export function noticesOf(of: () => { at: PromptHouse; clientId: string }) {
  const rows = <Row>(sql: string, ...more: unknown[]) => of().at.rows<Row>(sql, [of().clientId, ...more]);
  /** What the sweep finds, of this client. */
  const dueNow = async () => {
    const due = await of().at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_due_mailings_across_clinics(1000)',
    );
    const mine = await rows<{ id: string }>('select id from mailings where client_id = $1');
    return due.map((row) => row.mailing_id).filter((id) => mine.some((one) => one.id === id));
  };
  const theQuestion = () => promptOf(of().at, of().clientId);
  return {
    notices: (kind: string) =>
      rows<Notice>(
        `select id, status, to_char(send_at at time zone 'America/Boise', 'YYYY-MM-DD HH24:MI') as at
         from mailings where client_id = $1 and kind = $2 order by send_at, id`,
        kind,
      ),
    dueNow,
    sendDue: async () => {
      const { at } = of();
      for (const id of await dueNow()) await at.get(SendingService).send(at.worker, id);
    },
    theQuestion,
    entry: async (mailingId?: string): Promise<ReplyEntry> => ({
      clinicId: of().at.clinic.clinicId,
      clientId: of().clientId,
      mailingId: mailingId ?? (await theQuestion()).mailing_id,
      promptId: null,
      kind: 'opt_in',
      purpose: 'reply',
    }),
    setStatus: async (status: ClientStatus) => {
      const { at, clientId } = of();
      const { version } = await at.get(ClientsService).read(at.maren, clientId);
      await at.get(ClientCourseService).changeClient(at.maren, clientId, { version, status });
    },
    consents: () =>
      rows<{ how: string; stands: boolean }>(
        'select how, withdrawn_at is null as stands from consents where client_id = $1 order by given_at',
      ),
  };
}

/** The token of the first link to a page of ours. */
export const tokenIn = (text: string): string => /\/r\/([\w-]{43})\b/.exec(text)![1]!;
