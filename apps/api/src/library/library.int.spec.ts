import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import { aClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { LibraryApiModule } from './library.module.js';

@Module({ imports: [FrontDoorModule, LibraryApiModule] })
class LibraryRequestsModule {}

const content = {
  title: 'The walk',
  question: 'How was the walk?',
  hint: 'One line is <b>plenty</b>.',
  checkIns: ['ease'],
  chips: ['S1'],
  choices: [
    {
      id: 'which',
      question: 'Which one was it?',
      hint: '',
      options: [
        { id: 'long', label: 'The long one' },
        { id: 'short', label: 'The short one' },
      ],
      many: false,
    },
  ],
  ratings: [{ id: 'legs', question: 'How are the legs?', low: 'Tired', high: 'Fresh' }],
};
const step = {
  prompt: { template: 'small-shift' },
  anchor: 'latest-session',
  days: 7,
  localTime: '12:30',
  latenessHours: 48,
  slowestPace: 'gentle',
};
interface Template {
  id: string;
  version: number;
  number: number;
  starter: boolean;
}

describe('the library', () => {
  let api: RunningApi;
  let cookie: string;
  let adminCookie: string;
  let deskCookie: string;
  let strangerCookie: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(LibraryRequestsModule) });
    const clinic = await aClinic(api.house);
    const nextDoor = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    const signedIn = async (...[at, role]: [typeof clinic, 'practitioner' | 'admin' | 'coordinator']) =>
      api.signIn(await aStaffMember(api.house, { clinic: at, name: 'Maren Okoye', roles: [role] }));
    cookie = await signedIn(clinic, 'practitioner');
    adminCookie = await signedIn(clinic, 'admin');
    deskCookie = await signedIn(clinic, 'coordinator');
    strangerCookie = await signedIn(nextDoor, 'practitioner');
  });
  afterAll(() => api.stop());

  const get = (path: string, by = cookie): Test => api.call('get', `/api${path}`, by);
  const post = (path: string, body: object, by = cookie): Test =>
    api.call('post', `/api${path}`, by).send(body);
  const added = async (body: object = { content }) =>
    (await post('/prompt-templates', body).expect(201)).body as Template;
  const listed = async (by = cookie) =>
    ((await get('/prompt-templates', by).expect(200)).body as { items: Template[] }).items;

  it('holds our starters, and what the clinic makes of them for itself alone', async () => {
    const { id } = await added({ startedFrom: 'with-yourself', content });
    const items = await listed();
    expect(items.find((one) => one.id === id)).toMatchObject({
      starter: false,
      startedFrom: 'with-yourself',
      version: 1,
      number: 1,
      archivedAt: null,
      usedBy: 0,
      content,
    });
    expect(items.find((one) => one.id === 'own-signs')).toMatchObject({
      starter: true,
      version: 0,
      number: 2,
    });
    expect((await listed(adminCookie)).some((one) => one.id === id)).toBe(true);
    expect((await listed(strangerCookie)).some((one) => one.id === id)).toBe(false);
    await get(`/prompt-templates/${id}`, strangerCookie).expect(404);
    await post(`/prompt-templates/${id}/versions`, { version: 1, content }, strangerCookie).expect(404);
  });

  it('publishes versions and changes none of them, with who published which', async () => {
    const { id } = await added();
    const second = { ...content, question: 'And how was the other walk?' };
    const published = await post(`/prompt-templates/${id}/versions`, { version: 1, content: second }).expect(
      201,
    );
    expect(published.body).toMatchObject({ version: 2, number: 2, content: second });
    await post(`/prompt-templates/${id}/versions`, { version: 1, content }).expect(409);
    const { versions } = (await get(`/prompt-templates/${id}`).expect(200)).body as { versions: object[] };
    expect(versions).toMatchObject([
      { number: 2, publishedByName: 'Maren Okoye', content: second },
      { number: 1, publishedByName: 'Maren Okoye', content },
    ]);
    const refused = api.house.db.inClinic(
      { kind: 'system', clinicId: (await clinicOf(api, id))!, job: 'test' },
      (tx) => tx.query('update prompt_template_versions set number = 3 where template_id = $1', [id]),
    );
    await expect(refused).rejects.toThrow(/permission denied/);
  });

  it('archives and restores, and publishes nothing meanwhile', async () => {
    const { id } = await added();
    const archived = await post(`/prompt-templates/${id}/archiving`, { version: 1 }).expect(201);
    expect(archived.body).toMatchObject({ version: 2, archivedAt: expect.any(String) });
    const refused = await post(`/prompt-templates/${id}/versions`, { version: 2, content }).expect(409);
    expect(refused.body).toMatchObject({ type: expect.stringContaining('template-archived') });
    const restored = await post(`/prompt-templates/${id}/restoration`, { version: 2 }).expect(201);
    expect(restored.body).toMatchObject({ version: 3, archivedAt: null });
  });

  it('shows a starter with its versions, and lets nobody change it', async () => {
    const { body } = await get('/prompt-templates/own-signs').expect(200);
    expect((body as { versions: { number: number }[] }).versions.map(({ number }) => number)).toEqual([2, 1]);
    await get('/prompt-templates/constructor').expect(404);
    await post('/prompt-templates/own-signs/versions', { version: 1, content }).expect(404);
    await post('/plan-templates/steady/archiving', { version: 1 }).expect(404);
  });

  it('makes one of a call that came twice', async () => {
    const say = () =>
      api.call('post', '/api/prompt-templates', cookie).set('Idempotency-Key', 'a-key').send({ content });
    const [first, second] = [await say(), await say()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((second.body as Template).id).toBe((first.body as Template).id);
  });

  it.each<[string, object, string]>([
    ['an unknown chip', { chips: ['C9'] }, 'content.chips'],
    ['an unknown check-in', { checkIns: ['mood'] }, 'content.checkIns'],
    ['a field that is none', { score: 3 }, 'content.score'],
    [
      'one option',
      { choices: [{ ...content.choices[0]!, options: [{ id: 'a', label: 'A' }] }] },
      'content.choices.0.options',
    ],
    [
      'one id for two questions',
      { ratings: [{ ...content.ratings[0]!, id: 'which' }] },
      'content.choices.0.id',
    ],
    [
      'nothing at all',
      { question: null, hint: '', checkIns: [], chips: [], choices: [], ratings: [] },
      'content.hint',
    ],
    ['a measure that there is not', { measure: { code: 'phq-9', version: 9 } }, 'content.measure'],
    ['a measure that is none', { measure: { code: 'phq-9' } }, 'content.measure.version'],
    ['a thread without words', { question: null, namesThread: true }, 'content.namesThread'],
    [
      'early signs and nothing else, of which a client may have none',
      { question: null, checkIns: [], chips: [], choices: [], ratings: [], asksEarlySigns: true },
      'content.asksEarlySigns',
    ],
    ['a question without end', { question: 'Why? '.repeat(80) }, 'content.question'],
  ])('refuses %s', async (_what, over, field) => {
    const { body } = await post('/prompt-templates', { content: { ...content, ...over } }).expect(400);
    expect((body as { errors: { field: string; message: string }[] }).errors[0]).toMatchObject({ field });
  });

  it('keeps what a client is asked beside: a measure, a safety check, early signs, threads', async () => {
    const asked = {
      ...content,
      ...{ measure: { code: 'gad-7', version: 1 }, safetyCheck: true, asksEarlySigns: true },
      ...{ reviewsThreads: true, namesThread: true },
    };
    const { body } = await post('/prompt-templates', { content: asked }).expect(201);
    expect((body as Template & { content: object }).content).toMatchObject(asked);
    const { pages } = (await post('/prompt-previews', { content: asked }).expect(200)).body as {
      pages: string[];
    };
    const items = pages.filter((page) => /name="item-/.test(page));
    expect([items.length, pages.filter((page) => page.includes('name="signs"')).length]).toEqual([8, 1]);
    // Of a client's own course there is a made-up part, so that nobody has to guess.
    for (const words of ['Up late with the phone', 'Room to breathe'])
      expect(pages.some((page) => page.includes(words))).toBe(true);
    expect(pages[0]).toContain('name="thread');
    await post('/prompt-previews', { content: { ...asked, measure: { code: 'none', version: 1 } } }).expect(
      400,
    );
  });

  it('keeps plans of the clinic’s own, pinned to what they ask', async () => {
    const own = await added();
    const steps = [step, { ...step, days: 9, prompt: { template: own.id }, nudgeAfterDays: 3, openDays: 7 }];
    const made = await post('/plan-templates', { startedFrom: 'steady', title: 'Ours', steps }).expect(201);
    expect(made.body).toMatchObject({
      starter: false,
      title: 'Ours',
      number: 1,
      steps: [
        {
          title: 'One small shift',
          openDays: 14,
          nudgeAfterDays: null,
          informs: false,
          when: '7 days after the ketamine session, 12:30 pm',
        },
        {
          title: 'The walk',
          prompt: { template: own.id, number: 1 },
          openDays: 7,
          content: { question: content.question },
        },
      ],
    });
    const { id } = made.body as Template;
    await post(`/plan-templates/${id}/versions`, { version: 1, title: 'Ours', steps: [step] }).expect(201);
    await post(`/plan-templates/${id}/archiving`, { version: 2 }).expect(201);
    const { items } = (await get('/plan-templates').expect(200)).body as { items: Template[] };
    expect(items.find((one) => one.id === id)).toMatchObject({ number: 2, version: 3 });
    expect(items.filter(({ starter }) => starter).map((one) => one.id)).toEqual([
      'steady',
      'series',
      'maintenance',
      'at-home',
    ]);
    const ids = items
      .flatMap((one) => (one as unknown as { steps: { stepId: string }[] }).steps)
      .map(({ stepId }) => stepId);
    expect(new Set(ids).size).toBe(ids.length);
    const wrong = [
      { ...step, days: 3, anchor: 'next-appointment' },
      { ...step, prompt: { template: 'none' } },
    ];
    const refused = await post('/plan-templates', { title: 'Ours', steps: wrong }).expect(400);
    expect((refused.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      'steps.0.days',
      'steps.1.prompt.template',
    ]);
  });

  it('is not there for the front desk', async () => {
    for (const path of ['/prompt-templates', '/plan-templates', '/prompt-templates/own-signs']) {
      await get(path, deskCookie).expect(404);
    }
    await post('/prompt-previews', { content }, deskCookie).expect(404);
  });

  describe('shows a prompt before anybody gets it', () => {
    interface Preview {
      page: string;
      pages: string[];
      email: { subject: string; html: string; text: string };
    }
    const previewed = async (over: object = {}) =>
      (await post('/prompt-previews', { content: { ...content, ...over } }).expect(200)).body as Preview;

    it('as the pages it will be, without a script, and as the e-mail, without a word of it', async () => {
      const { page, pages, email } = await previewed();
      expect(pages).toHaveLength(3);
      expect(page).toBe(pages[0]);
      expect(page).toContain('How was the walk?');
      expect(page).toContain('One line is &lt;b&gt;plenty&lt;/b&gt;.');
      expect(pages[1]).toContain('The long one');
      expect(pages[2]).toContain('How are the legs?');
      expect(pages.join('')).not.toMatch(/<script|\son\w+=/i);
      expect(email).toMatchObject({ subject: 'A short question from Maren' });
      expect(email.html + email.text).not.toMatch(/walk|<script|ketamine|session/i);
    });

    it('as a note when it asks nothing', async () => {
      const nothing = { question: null, checkIns: [], chips: [], choices: [], ratings: [] };
      const { page, pages, email } = await previewed(nothing);
      expect(pages).toHaveLength(1);
      expect(page).not.toContain('<textarea');
      expect(email.subject).toBe('A short note from Maren');
    });

    it('and writes nothing', async () => {
      const rows = async () =>
        JSON.stringify(
          await Promise.all(
            ['mailings', 'prompts', 'prompt_templates', 'link_directory', 'audit_events'].map((table) =>
              tableRows(api, table),
            ),
          ),
        );
      const before = await rows();
      await previewed();
      expect(await rows()).toBe(before);
    });
  });
});

async function tableRows(api: RunningApi, table: string): Promise<number> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: api.database.adminUrl });
  await client.connect();
  try {
    return (await client.query(`select count(*)::integer as n from ${table}`)).rows[0].n as number;
  } finally {
    await client.end();
  }
}

async function clinicOf(api: RunningApi, templateId: string): Promise<string | undefined> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: api.database.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select clinic_id from prompt_templates where id = $1', [templateId]);
    return rows[0]?.clinic_id as string | undefined;
  } finally {
    await client.end();
  }
}
