import { isPolling, seen, serverSaid, whenConfirmed, whenSignedInAgain } from '../signed-in/watch.js';
import type { Problem } from './views.js';

/** The API answered, and said no. `problem.errors` names fields where it is about input. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether it is the problem of this code, such as `last-admin`. */
  is(code: string): boolean {
    return this.problem.type === `urn:throughline:problem:${code}`;
  }

  /** What was shown is not how it is now: somebody changed it meanwhile. */
  get isStale(): boolean {
    return this.is('conflict-version');
  }
}

/** No answer came: offline, the server is down, or it took too long. Whether the act happened is not known. */
export class Unreachable extends Error {}

interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Creating calls: the same key sent twice creates once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Part of signing in or out: a refusal is the caller's to word, nothing is asked and nothing repeated. */
  isSigningIn?: boolean;
  /** A file of any length: the answer is a `Blob`. */
  isFile?: boolean;
  /** Always counts as the person's own, however long they have been still. */
  isPersons?: boolean;
}

const ANSWER_WITHIN_MS = 20_000;
const FILE_WITHIN_MS = 300_000;

/**
 * One call to our own API, same origin, with the cookie sign-in. Throws `ApiProblem` or `Unreachable`.
 * Where the API asks for a fresh second factor, or the sign-in has ended under an open page, the person is
 * asked for it in place and the call is made again: no screen needs to know.
 */
export async function request<T>(path: string, call: Call = {}): Promise<T> {
  const sentAt = Date.now();
  const counts = call.isPersons || (call.method ?? 'GET') !== 'GET' || !isPolling(sentAt);
  const response = await answerTo(path, call, counts);
  serverSaid(response.headers.get('date'));
  if (response.ok) {
    if (counts) seen(sentAt);
    return (await contentOf(response, call)) as T;
  }
  const problem = new ApiProblem(await problemOf(response));
  if (!call.isSigningIn) {
    if (problem.is('step-up-required') && (await whenConfirmed())) return request(path, call);
    if (problem.status === 401 && (await whenSignedInAgain())) return request(path, call);
  }
  throw problem;
}

function contentOf(response: Response, { isFile }: Call): Promise<unknown> | undefined {
  if (response.status === 204) return undefined;
  return isFile ? fileOf(response) : response.json();
}

/** The connection may break while a long file still comes. */
async function fileOf(response: Response): Promise<Blob> {
  try {
    return await response.blob();
  } catch {
    throw new Unreachable();
  }
}

async function answerTo(
  path: string,
  { method = 'GET', body, idempotencyKey, signal, isFile }: Call,
  counts: boolean,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: isFile ? '*/*' : 'application/json' };
  if (!counts) headers['X-Throughline-Background'] = '1';
  if (method !== 'GET') headers['X-Throughline'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  const timeout = AbortSignal.timeout(isFile ? FILE_WITHIN_MS : ANSWER_WITHIN_MS);
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (error) {
    // A query that nobody waits for any more is no failure.
    if (signal?.aborted) throw error;
    throw new Unreachable();
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id') ?? '';
  const fallback = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    requestId,
    errors: [],
  };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
