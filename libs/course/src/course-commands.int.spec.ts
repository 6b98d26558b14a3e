import { AuditService } from '@app/audit/audit.service.js';
import { SessionsService } from '@app/sessions/sessions.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';

describe('commands of a course', () => {
  let course: OpenCourse;
  let sessions: SessionsService;
  let clientId: string;

  beforeAll(async () => {
    course = await openCourse();
    sessions = course.app.get(SessionsService, { strict: false });
  });
  beforeEach(async () => {
    clientId = (await aClient(course.house, { by: course.maren })).id;
  });
  afterAll(() => course.close());

  const record = () => aKetamineSession(course.house, { by: course.maren, clientId });

  it('write their audit row in the same transaction: no row, no change', async () => {
    const { id } = await record();
    const audited = await rowsOf<{ action: string; client_ids: string[] }>(
      course,
      'select action, client_ids from audit_events where $1 = any (subject_ids)',
      [id],
    );
    expect(audited).toEqual([{ action: 'ketamine-session.recorded', client_ids: [clientId] }]);
    const audit = course.app.get(AuditService, { strict: false });
    const failing = jest.spyOn(audit, 'record').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(record()).rejects.toThrow('the disk is full');
    failing.mockRestore();
    expect((await sessions.list(course.maren, clientId, { limit: 200 })).items).toHaveLength(1);
  });

  it('take their audit row back when the command fails after it', async () => {
    const failing = jest.spyOn(sessions, 'view').mockRejectedValueOnce(new Error('the line broke'));
    await expect(record()).rejects.toThrow('the line broke');
    failing.mockRestore();
    const rows = await rowsOf(
      course,
      "select 1 from audit_events where $1 = any (client_ids) and action = 'ketamine-session.recorded'",
      [clientId],
    );
    expect(rows).toHaveLength(0);
  });
});
