import type { FieldError } from '@app/platform/errors/field-error.types.js';

/** What the client said about calling that person, and on which day. */
export interface ContactAgreement {
  mayCall: boolean;
  /** About what they may be called, in the client's words; empty where nobody may be. */
  about: string;
  /** `YYYY-MM-DD` on the client's calendar. */
  agreedOn: string;
}

/** Whom else to call, as the client named them. */
export interface EmergencyContact {
  name: string;
  /** E.g. "sister". */
  relation: string;
  phone: string;
  /** Null: the client has not been asked yet. */
  agreement: ContactAgreement | null;
}

/** What is wrong with it, by field; `todayOn` is the day on the client's calendar, `YYYY-MM-DD`. */
export function contactFaults({ agreement }: EmergencyContact, todayOn: string): FieldError[] {
  if (!agreement) return [];
  const field = (name: string) => `emergencyContact.agreement.${name}`;
  return [
    ...(agreement.agreedOn > todayOn ? [{ field: field('agreedOn'), code: 'inTheFuture', params: {} }] : []),
    ...(agreement.mayCall && !agreement.about.trim()
      ? [{ field: field('about'), code: 'isNotEmpty', params: {} }]
      : []),
  ];
}

/** As it is kept: fields only, without blanks around them; about nothing where nobody may be called. */
export function keptContact({ name, relation, phone, agreement }: EmergencyContact): EmergencyContact {
  return {
    name: name.trim(),
    relation: relation.trim(),
    phone: phone.trim(),
    agreement: agreement && {
      mayCall: agreement.mayCall,
      about: agreement.mayCall ? agreement.about.trim() : '',
      agreedOn: agreement.agreedOn,
    },
  };
}
