import type { Key } from '@app/platform/encryption/sealing.js';
import type { ReflectionThreadView } from '@app/reflections/reflection-parts.view.js';
import type { BriefMeasures } from './brief-measures.js';

/** Who reads, and what the views are made with. */
export interface BriefReader {
  clinicId: string;
  staffMemberId: string;
  staff: ReadonlyMap<string, string>;
  key: Key;
  measures: BriefMeasures;
  threads: ReadonlyMap<string, ReflectionThreadView[]>;
}
