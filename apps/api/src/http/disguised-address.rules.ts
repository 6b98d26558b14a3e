const SERVER_PATH = /^\/(api|r|c|hooks)(?=\/|\?|$)/;

/**
 * Does an address reach a route of the API, of a hook or of the client's pages without looking like it? Routes are found by
 * the decoded path, and by what follows the host in `http://…/api/…`; guards and headers go by the address as it
 * came, so `/%61pi/…` would be a way around them. Nobody's browser or mail program writes it.
 * @param pattern of the route that took the request, e.g. `/api/clients/:id`; undefined when none did
 */
export function isDisguised(url: string, pattern: string | undefined): boolean {
  const wanted = SERVER_PATH.exec(pattern ?? '')?.[1];
  return wanted !== undefined && SERVER_PATH.exec(url)?.[1] !== wanted;
}
