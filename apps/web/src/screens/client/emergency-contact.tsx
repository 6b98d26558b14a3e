import { useState } from 'react';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { firstName } from '../../parts/two-clocks.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { dateAndYear } from '../../when.js';
import { say } from '../../words-contact.js';
import { Facts } from '../settings/facts.js';
import '../settings/settings.css';
import { EmergencyForm } from './emergency-form.js';

/** Whom else to call, and what the client said about it. Who answers a flag sees it with the flag. */
export function EmergencyContact({ client }: { client: ClientView }) {
  const isWriter = useIsWriter();
  const [isChanging, change] = useState(false);
  const contact = client.emergencyContact;
  const name = firstName(client.name);
  return (
    <section className="card pad narrow" aria-labelledby="emergency-contact">
      <h2 id="emergency-contact">{say('contact.title')}</h2>
      <p className="quiet small">{say('contact.what', { name })}</p>
      {contact ? (
        <Facts
          items={[
            [say('contact.name'), contact.name],
            [say('contact.relation'), contact.relation || say('details.empty')],
            [say('contact.phone'), contact.phone],
            [say('contact.mayCall'), agreementWords(contact, name)],
          ]}
        />
      ) : (
        <p>{say('contact.none')}</p>
      )}
      {isWriter && (
        <div className="acts">
          <Button small onPress={() => change(true)}>
            {say(contact ? 'contact.change' : 'contact.add')}
          </Button>
        </div>
      )}
      {isChanging && <EmergencyForm client={client} onClose={() => change(false)} />}
    </section>
  );
}

function agreementWords({ agreement }: NonNullable<ClientView['emergencyContact']>, name: string): string {
  if (!agreement) return say('contact.notAsked', { name });
  const date = dateAndYear(agreement.agreedOn);
  return agreement.mayCall
    ? say('contact.may', { about: agreement.about, date })
    : say('contact.mayNot', { name, date });
}
