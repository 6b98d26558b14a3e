import type { ClientView } from '../../../api-client/views.js';

/** Somebody who may be asked, now or when a hold ends. */
export const isInCare = ({ status }: Pick<ClientView, 'status'>): boolean =>
  status === 'active' || status === 'on_hold';
