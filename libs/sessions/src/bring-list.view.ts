import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';

export class BringItemView {
  id!: string;
  text!: string;
  done!: boolean;
}

/** What one means to bring to a call; nobody else sees it. */
export class BringListView {
  /** 0: nothing yet. */
  version!: number;
  items!: BringItemView[];
}

export const NOTHING_TO_BRING: BringListView = { version: 0, items: [] };

interface Owner {
  clinicId: string;
  appointmentId: string;
  staffMemberId: string;
}

/** Seals the list with the client's key. */
export function sealBringList(key: Key, owner: Owner, items: readonly BringItemView[]): Buffer {
  const plain = items.map(({ id, text, done }) => ({ id, text, done }));
  return seal(key, binding(owner), JSON.stringify(plain));
}

/** Opens a list. Throws when the key, the appointment or the author differs. */
export function openBringList(key: Key, owner: Owner, sealed: Buffer): BringItemView[] {
  return JSON.parse(unseal(key, binding(owner), sealed)) as BringItemView[];
}

function binding({ clinicId, appointmentId, staffMemberId }: Owner) {
  return { clinicId, label: 'bring-list.body', rowId: `${appointmentId}:${staffMemberId}` };
}
