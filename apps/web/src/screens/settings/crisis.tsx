import { useQuery } from '@tanstack/react-query';
import { crisisContactsQuery } from '../../api-client/queries-clinic.js';
import { CRISIS_KINDS, type CrisisContactView } from '../../api-client/views-clinic.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { shortDate } from '../../when.js';
import { say } from '../../words-settings.js';
import { CrisisForm } from './crisis-form.js';
import { Facts } from './facts.js';
import { Known } from './known.js';
import { SettingsFrame } from './settings-frame.js';

/** Whom clients are shown when today is too much. */
export function SettingsCrisis() {
  return (
    <SettingsFrame section="crisis">
      <CrisisContacts />
    </SettingsFrame>
  );
}

export function CrisisContacts() {
  const contacts = useQuery(crisisContactsQuery());
  const isAdmin = useIsAdmin();
  return (
    <Known query={contacts} rows={6}>
      {(all) =>
        CRISIS_KINDS.map((kind) => {
          const contact = all.find((each) => each.kind === kind);
          return isAdmin ? (
            <CrisisForm key={`${kind}-${contact ? 'set' : 'new'}`} kind={kind} contact={contact} />
          ) : (
            <section key={kind} className="card pad">
              <h2>{say(`crisis.kind.${kind}`)}</h2>
              {contact ? <ContactFacts contact={contact} /> : <p className="quiet">{say('crisis.notSet')}</p>}
            </section>
          );
        })
      }
    </Known>
  );
}

const ContactFacts = ({ contact }: { contact: CrisisContactView }) => (
  <Facts
    items={[
      [say('crisis.label'), contact.label],
      [say('crisis.phone'), contact.phone],
      [say('crisis.note'), contact.note],
      [say('crisis.verifiedOn'), shortDate(contact.verifiedOn)],
    ]}
  />
);
