import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import * as accounts from './mock-accounts.js';
import * as clinic from './mock-clinic.js';
import * as delivery from './mock-delivery.js';
import * as measures from './mock-measures.js';
import * as course from './mock-course.js';
import * as reader from './mock-reader.js';
import * as safetyPlans from './mock-safety-plans.js';
import * as threads from './mock-threads.js';
import * as safety from './mock-safety.js';
import * as staff from './mock-staff.js';
import * as people from './mock-clients.js';
import { brief } from './mock-brief.js';
import { briefsToday } from './mock-briefs-today.js';
import * as day from './mock-day.js';
import * as plan from './mock-plan.js';
import * as planEditor from './mock-plan-editor.js';

const data = { ...people, ...day, ...plan };

type Body = Record<string, unknown>;
type Answer = [status: number, body?: unknown];
type Handler = (params: string[], body: Body) => Answer;

const list = (items: unknown[]): Answer => [200, { items, next: null }];
const notFound: Answer = [
  404,
  { type: 'about:blank', title: 'There is no such thing', status: 404, requestId: 'mock' },
];
const find = <T extends { id: string }>(all: T[], id = ''): T | undefined =>
  all.find((each) => each.id === id);

/** Only what the screens need to be looked at; answers change as they would, until the server restarts. */
const routes: [string, RegExp, Handler][] = [
  ...accounts.routes,
  ...clinic.routes,
  ...delivery.routes,
  ...measures.routes,
  ...planEditor.routes,
  ...course.routes,
  ...reader.routes,
  ...safety.routes,
  ...threads.routes,
  ...safetyPlans.routes,
  ...staff.routes,
  ['GET', /^\/staff$/, () => list(data.staff)],
  ['GET', /^\/today$/, () => [200, data.today]],
  ['GET', /^\/clients$/, () => list(data.rows)],
  [
    'POST',
    /^\/clients$/,
    (_, body) =>
      body.name === 'Nobody'
        ? [
            422,
            {
              title: 'Not accepted',
              status: 422,
              errors: [{ field: 'name', code: 'x', params: {}, message: 'That name is not accepted.' }],
            },
          ]
        : [201, { ...data.clients[0], ...body }],
  ],
  [
    'GET',
    /^\/clients\/([^/]+)$/,
    ([id]) => {
      const client = find(data.clients, id);
      return client ? [200, client] : notFound;
    },
  ],
  ['PATCH', /^\/clients\/([^/]+)$/, ([id], body) => patched(find(data.clients, id), body)],
  [
    'GET',
    /^\/clients\/([^/]+)\/ketamine-sessions$/,
    ([id]) => list(data.sessions.filter((each) => each.clientId === id)),
  ],
  [
    'POST',
    /^\/clients\/([^/]+)\/ketamine-sessions$/,
    ([id = ''], body) => {
      const made = {
        ...data.session(
          `s-${data.sessions.length + 10}`,
          id,
          `${String(body.heldOn)}T21:00:00Z`,
          5,
          'planned',
        ),
        ...body,
      };
      data.sessions.push(made);
      return [201, made];
    },
  ],
  ['POST', /^\/clients\/([^/]+)\/series$/, () => [201, { id: 'se-2' }]],
  [
    'PATCH',
    /^\/ketamine-sessions\/([^/]+)$/,
    ([id], body) => patched(find(data.sessions, id), { ...body, heldAt: `${String(body.heldOn)}T21:00:00Z` }),
  ],
  [
    'POST',
    /^\/ketamine-sessions\/([^/]+)\/(completion|cancellation)$/,
    ([id, what], body) => {
      data.today.didItHappen = data.today.didItHappen.filter((each) => each.session.id !== id);
      const status = what === 'completion' ? 'completed' : body.noShow ? 'no_show' : 'cancelled';
      return [201, Object.assign(find(data.sessions, id) ?? {}, { status })];
    },
  ],
  [
    'GET',
    /^\/clients\/([^/]+)\/appointments$/,
    ([id]) => list(data.appointments.filter((each) => each.clientId === id)),
  ],
  [
    'POST',
    /^\/clients\/([^/]+)\/appointments$/,
    ([id], body) => {
      const made = {
        ...data.appointments[1],
        ...body,
        id: `ap-${data.appointments.length}`,
        clientId: id,
      } as (typeof data.appointments)[number];
      data.appointments.push(made);
      return [201, made];
    },
  ],
  ['PATCH', /^\/appointments\/([^/]+)$/, ([id], body) => patched(find(data.appointments, id), body)],
  [
    'PUT',
    /^\/appointments\/([^/]+)\/closing-note$/,
    ([id], body) =>
      patched(find(data.appointments, id), {
        version: body.version,
        closingNote: body.text,
        closingNoteAt: data.NOW,
      }),
  ],
  [
    'POST',
    /^\/appointments\/([^/]+)\/cancellation$/,
    ([id]) => [201, Object.assign(find(data.appointments, id) ?? {}, { status: 'cancelled' })],
  ],
  ['GET', /^\/appointments\/([^/]+)\/brief$/, ([id]) => (id === 'ap-rowan' ? [200, brief] : notFound)],
  ['GET', /^\/briefs\/today$/, () => list(briefsToday)],
  ['GET', /^\/clients\/([^/]+)\/plans$/, ([id]) => list(data.plans.filter((each) => each.clientId === id))],
  [
    'GET',
    /^\/clients\/([^/]+)\/prompts$/,
    ([id]) => list(data.prompts.filter((each) => each.clientId === id)),
  ],
  [
    'GET',
    /^\/clients\/([^/]+)\/reflections$/,
    ([id]) => list(data.reflections.filter((each) => each.clientId === id).toReversed()),
  ],
  ['POST', /^\/prompts\/([^/]+)\/hold$/, ([id]) => held(id, true)],
  ['DELETE', /^\/prompts\/([^/]+)\/hold$/, ([id]) => held(id, false)],
  [
    'POST',
    /^\/prompts\/([^/]+)\/(dispatch|cancellation)$/,
    ([id, what]) => {
      data.today.deliveryTasks = data.today.deliveryTasks.filter((task) => task.promptId !== id);
      return [
        201,
        Object.assign(find(data.prompts, id) ?? {}, { status: what === 'dispatch' ? 'sent' : 'cancelled' }),
      ];
    },
  ],
  [
    'POST',
    /^\/reflections\/([^/]+)\/reading$/,
    ([id]) => [
      201,
      Object.assign(find(data.reflections, id) ?? {}, {
        reading: { readAt: data.NOW, byName: data.me.name, byMe: true },
      }),
    ],
  ],
  [
    'DELETE',
    /^\/reflections\/([^/]+)\/reading$/,
    ([id]) => [200, Object.assign(find(data.reflections, id) ?? {}, { reading: null })],
  ],
];

function patched<T extends { version: number }>(row: T | undefined, body: Body): Answer {
  if (!row) return notFound;
  if (row.version !== body.version) return [409, { title: 'changed meanwhile', status: 409 }];
  return [200, Object.assign(row, body, { version: row.version + 1 })];
}

function held(id: string | undefined, isHeld: boolean): Answer {
  for (const each of data.today.goingOut) if (each.promptId === id) each.held = isHeld;
  return [isHeld ? 201 : 200, Object.assign(find(data.prompts, id) ?? {}, { held: isHeld })];
}

export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    configureServer(server) {
      server.middlewares.use('/api', (request, response) => void answer(request, response));
    },
    configurePreviewServer(server) {
      server.middlewares.use('/api', (request, response) => void answer(request, response));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const path = (request.url ?? '').split('?')[0] ?? '';
  const [status, body] = respond(request.method ?? 'GET', path, text ? (JSON.parse(text) as Body) : {});
  response.writeHead(status, {
    'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function respond(method: string, path: string, body: Body): Answer {
  if (!accounts.isFull() && !accounts.isPublic(path)) return accounts.problem(401, 'signed-out');
  for (const [verb, pattern, handle] of routes) {
    const found = verb === method ? pattern.exec(path) : null;
    if (found) return handle(found.slice(1), body);
  }
  return notFound;
}
