import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { Pool, type PoolConfig } from 'pg';
import { briefStatement } from '@app/briefs/brief.queries.js';
import { newId } from '@app/platform/ids/ids.js';

/**
 * The least that could serve the same: Fastify alone. No sign-in, no row-level security for reading, no
 * encryption, no audit, no validation. Sends its port to who started it.
 */
async function main(): Promise<void> {
  const { ADMIN_URL, DATABASE_URL, CLINIC_ID, STAFF_MEMBER_ID } = process.env as Record<string, string>;
  const max = 10;
  /** Everything stays text: JSON goes out as it came. */
  const asText: PoolConfig['types'] = {
    getTypeParser: () => (value: string) => value,
  } as PoolConfig['types'];
  const reading = new Pool({ connectionString: ADMIN_URL, max, types: asText });
  const writing = new Pool({ connectionString: DATABASE_URL, max });
  const app = fastify();
  await app.register(formbody);

  app.get<{ Params: { id: string } }>('/brief/:id', async ({ params }, reply) => {
    const { rows } = await reading.query<{ brief: string }>(ROWS_OF_A_BRIEF, [CLINIC_ID, params.id]);
    return reply.type('application/json').send(rows[0]!.brief);
  });

  app.get<{ Params: { id: string } }>('/own-statement/:id', async ({ params }, reply) => {
    const actor = { clinicId: CLINIC_ID!, staffMemberId: STAFF_MEMBER_ID! };
    const { sql, params: values } = briefStatement(actor, { appointmentId: params.id, forChart: false });
    const { rows } = await reading.query<{ answer: string }>(sql, [...values]);
    return reply.type('application/json').send(rows[0]!.answer);
  });

  app.post<{ Body: { client: string; words: string } }>('/submit', async ({ body }, reply) => {
    const client = await writing.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.clinic_id', $1, true), set_config('app.kind', 'client', true),
           set_config('app.client_id', $2, true), set_config('app.roles', '', true)`,
        [CLINIC_ID, body.client],
      );
      await client.query(
        `insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version)
         values ($1, $2, $3, $4, now(), 1)`,
        [CLINIC_ID, newId(), body.client, Buffer.from(body.words)],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
    return reply.redirect('/sent', 303);
  });

  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send!({ port: (app.server.address() as { port: number }).port });
}

/** The same rows as the product's own statement gives, asked for in the plainest way. */
const ROWS_OF_A_BRIEF = `
  select json_build_object(
    'appointment', to_json(a),
    'client', (select to_json(c) from clients c where c.clinic_id = $1 and c.id = a.client_id),
    'key', (select to_json(k) from client_keys k where k.clinic_id = $1 and k.client_id = a.client_id),
    'sessions', (select json_agg(s) from ketamine_sessions s where s.clinic_id = $1 and s.client_id = a.client_id),
    'reflections', (select json_agg(json_build_object('id', r.id, 'body', encode(r.body_sealed, 'base64'),
        'sent_at', r.sent_at, 'readings', (select json_agg(g) from readings g
          where g.clinic_id = $1 and g.reflection_id = r.id)) order by r.sent_at)
      from reflections r where r.clinic_id = $1 and r.client_id = a.client_id
        and r.sent_at > a.starts_at - interval '21 days'),
    'prompts', (select json_agg(json_build_object('id', p.id, 'status', p.status)) from prompts p
      where p.clinic_id = $1 and p.client_id = a.client_id and p.send_at between a.starts_at - interval '21 days' and now()),
    'staff', (select json_agg(json_build_object('id', s.id, 'name', encode(s.name_sealed, 'base64')))
      from staff_members s where s.clinic_id = $1)) as brief
  from appointments a where a.clinic_id = $1 and a.id = $2`;

void main();
