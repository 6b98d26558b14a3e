import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { PlansApiModule } from '../plans/plans.module.js';
import { LibraryApiModule } from './library.module.js';
import type { PromptPreviewView } from './prompt-preview.view.js';

@Module({ imports: [FrontDoorModule, LibraryApiModule, PlansApiModule] })
class PreviewRequestsModule {}

const content = {
  title: 'The walk',
  question: 'How was the walk?',
  hint: '',
  checkIns: [],
  chips: [],
  choices: [],
  ratings: [],
};

describe('a prompt looked at before anybody gets it', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let clientId: string;
  /** On the care team; an admin who is not; a practitioner who is not; one of another clinic. */
  let maren: string;
  let dana: string;
  let ines: string;
  let stranger: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(PreviewRequestsModule) });
    clinic = await aClinic(api.house);
    const reader = await aStaffMember(api.house, { clinic, name: 'Maren Okoye', roles: ['practitioner'] });
    maren = await api.signIn(reader);
    dana = await api.signIn(await aStaffMember(api.house, { clinic, name: 'Dana Reyes', roles: ['admin'] }));
    const other = await aStaffMember(api.house, { clinic, name: 'Ines Halvard', roles: ['practitioner'] });
    ines = await api.signIn(other);
    const nextDoor = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    stranger = await api.signIn(
      await aStaffMember(api.house, { clinic: nextDoor, name: 'Sol Brandt', roles: ['practitioner'] }),
    );
    const june = await aClient(courseHouseOf(api.app), { by: reader.actor, name: 'June Abara' });
    clientId = june.id;
  });
  afterAll(() => api.stop());

  const look = (by: string, body: object): Test =>
    api.call('post', '/api/prompt-previews', by).send({ content, ...body });
  const seen = async (by: string, body: object = {}) =>
    (await look(by, body).expect(200)).body as PromptPreviewView;

  it('greets a made-up client in the library, and is read by who looks', async () => {
    const { page, email } = await seen(ines);
    expect(page).toContain('Hello Rowan');
    expect(page).not.toContain('June');
    expect(email.text).toContain('Hello Rowan');
    expect(email.subject).toBe('A short question from Ines');
  });

  it('greets the client in whose plan it stands by their first name, and names who reads for them', async () => {
    for (const by of [maren, dana]) {
      const { pages, email } = await seen(by, { clientId });
      const shown = [...pages, email.html, email.text].join('\n');
      expect(pages[0]).toContain('Hello June');
      expect(email.text).toContain('Hello June');
      expect(email.subject).toBe('A short question from Maren');
      expect(shown).not.toMatch(/Rowan|Abara|Dana/);
    }
  });

  it('names nobody to who may not see the client', async () => {
    for (const by of [ines, stranger]) {
      const { text } = await look(by, { clientId }).expect(404);
      expect(text).not.toMatch(/June|Maren/);
    }
    await look(maren, { clientId: 'june' }).expect(400);
  });

  it('is in the audit log once a client was shown', async () => {
    const before = await previewsNoted(api, clientId);
    await seen(maren);
    expect(await previewsNoted(api, clientId)).toBe(before);
    await seen(maren, { clientId });
    expect(await previewsNoted(api, clientId)).toBe(before + 1);
  });
});

async function previewsNoted(api: RunningApi, clientId: string): Promise<number> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: api.database.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select count(*)::integer as n from audit_events where action = 'plan.previewed' and $1 = any (subject_ids)`,
      [clientId],
    );
    return rows[0].n as number;
  } finally {
    await client.end();
  }
}
