import type { ClientView } from '../../api-client/views.js';
import type { say } from '../../words-contact.js';

type Contact = NonNullable<ClientView['emergencyContact']>;
type Code = Parameters<typeof say>[0] & `contact.${string}Missing`;

export interface ContactDraft {
  name: string;
  relation: string;
  phone: string;
  /** What the client said about calling that person. */
  mayCall: 'yes' | 'no' | 'not-asked';
  about: string;
  agreedOn: string;
}

/** `todayOn`: the day on the client's calendar, on which something new is agreed. */
export const draftOf = (contact: Contact | null, todayOn: string): ContactDraft => ({
  name: contact?.name ?? '',
  relation: contact?.relation ?? '',
  phone: contact?.phone ?? '',
  mayCall: contact?.agreement ? (contact.agreement.mayCall ? 'yes' : 'no') : 'not-asked',
  about: contact?.agreement?.about ?? '',
  agreedOn: contact?.agreement?.agreedOn ?? todayOn,
});

/** What has to be filled in first, by field. */
export function troublesOf(draft: ContactDraft): Partial<Record<keyof ContactDraft, Code>> {
  return {
    ...(!draft.name.trim() && { name: 'contact.nameMissing' }),
    ...(!draft.phone.trim() && { phone: 'contact.phoneMissing' }),
    ...(draft.mayCall === 'yes' && !draft.about.trim() && { about: 'contact.aboutMissing' }),
    ...(draft.mayCall !== 'not-asked' && !draft.agreedOn && { agreedOn: 'contact.agreedOnMissing' }),
  };
}

export const contactOf = ({ name, relation, phone, mayCall, about, agreedOn }: ContactDraft): Contact => ({
  name: name.trim(),
  relation: relation.trim(),
  phone: phone.trim(),
  agreement:
    mayCall === 'not-asked'
      ? null
      : { mayCall: mayCall === 'yes', about: mayCall === 'yes' ? about.trim() : '', agreedOn },
});
