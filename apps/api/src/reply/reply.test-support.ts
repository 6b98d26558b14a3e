import { Client } from 'pg';
import request from 'supertest';
import { seal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { aKetamineSession } from '../../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../../test/factories/plan.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';

/** A clinic with a practitioner and one client in the middle of a plan, behind the running API. */
export interface ReplyTown {
  api: RunningApi;
  clinic: MadeClinic;
  maren: MadeStaffMember;
  clientId: string;
  /** Rows as a superuser sees them. */
  rows: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

export async function replyTown(): Promise<ReplyTown> {
  const api = await runningApi();
  const clinic = await aClinic(api.house, { readingDays: [1, 2, 3, 4, 5, 6, 7] });
  const maren = await aStaffMember(api.house, { clinic, name: 'Maren Okoye' });
  const superuser = new Client({ connectionString: api.database.adminUrl });
  // An outage ends this connection too.
  superuser.on('error', () => undefined);
  await superuser.connect();
  const town = {
    api,
    clinic,
    maren,
    clientId: '',
    rows: async <Row>(sql: string, params: unknown[] = []) =>
      (await superuser.query(sql, params)).rows as Row[],
    close: async () => {
      await superuser.end();
      await api.stop();
    },
  };
  return { ...town, clientId: await aPlannedClient(town) };
}

/** One more client of Maren's with a completed session and the steady plan. */
export async function aPlannedClient({ api, maren }: Pick<ReplyTown, 'api' | 'maren'>): Promise<string> {
  const house = courseHouseOf(api.app);
  const by = maren.actor;
  const { id } = await aClient(house, { by });
  await aKetamineSession(house, { by, clientId: id, status: 'completed' });
  await aPlan(house, { by, clientId: id });
  return id;
}

export interface SentPrompt {
  promptId: string;
  mailingId: string;
  token: string;
}

/** A prompt as it stands once its e-mail has gone out. */
export async function aSentPrompt(
  town: ReplyTown,
  templateCode = 'keeps-coming-back',
  more: Partial<AskedQuestion> = {},
): Promise<SentPrompt> {
  const { api, clinic, clientId } = town;
  const { db, keyring } = api.house;
  const links = api.app.get(ReplyLinks, { strict: false });
  return db.inClinic(clinic.system, async (tx) => {
    const [row] = await tx.query<{ id: string; mailing_id: string; template_version: number }>(
      `select p.id, p.template_version, m.id as mailing_id from prompts p
       join mailings m on m.clinic_id = p.clinic_id and m.prompt_id = p.id and m.kind = 'first'
       where p.client_id = $1 and p.status = 'scheduled' and p.template_code = $2 order by p.send_at limit 1`,
      [clientId, templateCode],
    );
    const { id: promptId, mailing_id: mailingId, template_version: version } = row!;
    await tx.query(
      `update prompts set status = 'sent', sent_at = app_now(), closes_at = app_now() + interval '14 days'
       where id = $1`,
      [promptId],
    );
    await tx.query("update mailings set status = 'sent', sent_at = app_now() where id = $1", [mailingId]);
    const binding = { clinicId: clinic.clinicId, label: 'prompt.question', rowId: promptId };
    const asked = JSON.stringify({ ...promptTemplate(templateCode, version), ...more });
    await tx.query(
      `insert into prompt_questions (clinic_id, prompt_id, client_id, question_sealed) values ($1, $2, $3, $4)`,
      [clinic.clinicId, promptId, clientId, seal(await keyring.client(tx, clientId), binding, asked)],
    );
    return { promptId, mailingId, token: await links.register(tx, mailingId, 'reply') };
  });
}

/** A prompt that is open in a browser of its own. */
export async function anOpenPrompt(town: ReplyTown, templateCode?: string, more?: Partial<AskedQuestion>) {
  const prompt = await aSentPrompt(town, templateCode, more);
  const browser = new TestBrowser(town);
  await browser.open(`/r/${prompt.token}`);
  return { ...prompt, at: `/r/p/${prompt.mailingId}`, browser };
}

/** A second e-mail of the same prompt, with a fresh link in it. */
export async function aFreshLink(town: ReplyTown, promptId: string): Promise<Omit<SentPrompt, 'promptId'>> {
  const { api, clinic, clientId } = town;
  const links = api.app.get(ReplyLinks, { strict: false });
  const mailingId = newId();
  return api.house.db.inClinic(clinic.system, async (tx) => {
    await tx.query(
      `insert into mailings (clinic_id, id, client_id, prompt_id, kind, status, send_at, send_until,
         counts_for_day, message_id, attempts, retried)
       values ($1, $2, $3, $4, 'fresh_link', 'sent', app_now(), app_now() + interval '15 minutes', false, $5, 1, false)`,
      [clinic.clinicId, mailingId, clientId, promptId, `<${mailingId}@fernhollow.example>`],
    );
    return { mailingId, token: await links.register(tx, mailingId, 'fresh', 15) };
  });
}

/** A browser with cookies of its own. */
export class TestBrowser {
  private readonly agent;
  private page = '';

  constructor(town: ReplyTown) {
    this.agent = request.agent(town.api.app.getHttpServer());
  }

  /** Opens an address and follows to where it leads. */
  async open(path: string): Promise<request.Response> {
    const answer = await this.agent.get(path).redirects(3);
    this.page = answer.text;
    return answer;
  }

  /** Presses the button `act` of the page that is open. */
  press(path: string, act: string, fields: Record<string, string | string[]> = {}): request.Test {
    const nonce = /name="nonce" value="([^"]*)"/.exec(this.page)?.[1] ?? '';
    return this.agent
      .post(path)
      .type('form')
      .redirects(0)
      .send({ nonce, act, ...fields });
  }

  /** A POST as it is, without the nonce of any page. */
  post(path: string): request.Test {
    return this.agent.post(path).redirects(0);
  }

  head(path: string): request.Test {
    return this.agent.head(path);
  }
}
