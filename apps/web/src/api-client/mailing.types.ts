/** What was mailed to a client and what became of it; the shapes come from the API’s own description. */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type ClientMailingView = Schemas['ClientMailingView'];
/** What a mail server said about an e-mail, later. */
export type DeliveryEventView = Schemas['DeliveryEventView'];
export type DeliveryKind = DeliveryEventView['kind'];
