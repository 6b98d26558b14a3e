import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';

/** Seals the address at which a clinic is answered, with the clinic's key. */
export function sealReplyTo(key: Key, clinicId: string, replyTo: string): Buffer {
  return seal(key, binding(clinicId), replyTo.trim());
}

export function openReplyTo(key: Key, clinicId: string, sealed: Buffer): string {
  return unseal(key, binding(clinicId), sealed);
}

function binding(clinicId: string) {
  return { clinicId, label: 'clinic.reply-to', rowId: clinicId };
}
