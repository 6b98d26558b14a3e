import type { Problem } from './views.js';

/** The API answered, and said no. `problem.errors` names fields where it is about input. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** What was shown is not how it is now: somebody changed it meanwhile. */
  get isStale(): boolean {
    return this.problem.type === 'urn:throughline:problem:conflict-version';
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
}

const ANSWER_WITHIN_MS = 20_000;

/** One call to our own API, same origin, with the cookie sign-in. Throws `ApiProblem` or `Unreachable`. */
export async function request<T>(path: string, call: Call = {}): Promise<T> {
  const response = await answerTo(path, call);
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function answerTo(
  path: string,
  { method = 'GET', body, idempotencyKey, signal }: Call,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-Throughline'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  const timeout = AbortSignal.timeout(ANSWER_WITHIN_MS);
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
