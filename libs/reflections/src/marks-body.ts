import type { ChipCode } from '@app/plans/prompt-template.types.js';
import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import type { TextRange } from './ranges.rules.js';

/** The one document that a reader's marks on a reflection are sealed as. */
export interface MarksBody {
  highlights: readonly TextRange[];
  /** The reader's, apart from what the client chose. */
  tags: readonly ChipCode[];
}

interface Owner {
  clinicId: string;
  reflectionId: string;
  staffMemberId: string;
}

/** Seals marks with the client's key. */
export function sealMarks(key: Key, owner: Owner, body: MarksBody): Buffer {
  return seal(key, binding(owner), JSON.stringify(body));
}

/** Opens marks. Throws when the key, the reflection or the reader differs. */
export function openMarks(key: Key, owner: Owner, sealed: Buffer): MarksBody {
  return JSON.parse(unseal(key, binding(owner), sealed)) as MarksBody;
}

function binding({ clinicId, reflectionId, staffMemberId }: Owner) {
  return { clinicId, label: 'reflection.marks', rowId: `${reflectionId}:${staffMemberId}` };
}
