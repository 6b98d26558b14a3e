import { ApiProblem } from '../api-client/request.js';

/** The server's word on each field, by the field's name; the server is the authority. */
export function fieldErrors(error: Error | null): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map((each) => [each.field, each.message]));
}
