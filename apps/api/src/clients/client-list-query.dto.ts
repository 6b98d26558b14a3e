import { ListQuery } from '../http/list-query.dto.js';

/** Lists that one client owns are short: unless asked otherwise they come whole. */
export class ClientListQuery extends ListQuery {
  override limit = 200;
}
