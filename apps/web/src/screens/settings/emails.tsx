import { useQuery } from '@tanstack/react-query';
import { senderQuery } from '../../api-client/calls-delivery.js';
import { clinicQuery } from '../../api-client/queries-clinic.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-delivery.js';
import { EmailChoicesForm } from './email-choices-form.js';
import { Facts } from './facts.js';
import { Known } from './known.js';
import { PublicAddress, PublicAddressForm } from './public-address.js';
import { SenderForm } from './sender-form.js';
import { SenderCheck } from './sender-check.js';
import { SettingsFrame } from './settings-frame.js';
import { TestMail } from './test-mail.js';

/** Who the clinic's e-mails come from, whether that is checked, and what they do and say. */
export function SettingsEmails() {
  return (
    <SettingsFrame section="emails">
      <Sender />
      <TestMail />
      <Choices />
    </SettingsFrame>
  );
}

function Sender() {
  const isAdmin = useIsAdmin();
  const sender = useQuery(senderQuery());
  return (
    <Known query={sender}>
      {(known) => (
        <>
          {isAdmin ? (
            <SenderForm sender={known} />
          ) : (
            <section className="card pad">
              <h2>{say('sender.title')}</h2>
              <Facts
                items={[
                  [say('sender.fromName'), known.fromName],
                  [say('sender.replyTo'), known.replyTo || say('sender.notSet')],
                ]}
              />
            </section>
          )}
          <SenderCheck sender={known} />
        </>
      )}
    </Known>
  );
}

function Choices() {
  const isAdmin = useIsAdmin();
  const clinic = useQuery(clinicQuery());
  return (
    <Known query={clinic}>
      {(known) => {
        if (isAdmin)
          return (
            <>
              <EmailChoicesForm version={known.version} choices={known} />
              <PublicAddressForm version={known.version} slug={known.slug} />
            </>
          );
        const inWords = (isOn: boolean) => say(isOn ? 'choices.on' : 'choices.off');
        return (
          <section className="card pad">
            <Facts
              items={[
                [say('choices.doubleOptIn'), inWords(known.doubleOptIn)],
                [say('choices.greetsByName'), inWords(known.greetsByName)],
                [say('choices.tellsWhenRead'), inWords(known.tellsWhenRead)],
                [say('public.title'), <PublicAddress key="address" slug={known.slug} />],
              ]}
            />
          </section>
        );
      }}
    </Known>
  );
}
