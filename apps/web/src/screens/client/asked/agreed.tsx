import { useState } from 'react';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { shortDateWords } from '@app/design/words/when.js';
import { day } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { useDoubleOptIn } from '../../clients/use-double-opt-in.js';
import { AskByMail } from './ask-by-mail.js';
import { isInCare } from './in-care.js';
import { RecordConsent } from './record-consent.js';
import { Row } from './row.js';
import { WithdrawConsent } from './withdraw-consent.js';

/** Which wording the client agreed to, when, how, and who wrote it down. */
export function Agreed({ client }: { client: ClientView }) {
  const isWriter = useIsWriter();
  const isAskedByMail = useDoubleOptIn();
  const [doing, act] = useState<'record' | 'mail' | 'withdraw' | null>(null);
  const { stoppedAt, suppressed, consent } = client;
  const has = consent !== null || client.emailConsent !== null;
  // After a stop only the client can bring it back, by the link of the row above.
  const mayRecord = isWriter && !stoppedAt;
  return (
    <Row
      label={say('agreed.title')}
      acts={
        mayRecord &&
        (has ? (
          <Button small onPress={() => act('withdraw')}>
            {say('agreed.withdraw')}
          </Button>
        ) : (
          <>
            {!isAskedByMail && (
              <Button small onPress={() => act('record')}>
                {say('agreed.record')}
              </Button>
            )}
            {client.email && !suppressed && isInCare(client) && (
              <Button small onPress={() => act('mail')}>
                {say('agreed.byMail')}
              </Button>
            )}
          </>
        ))
      }
    >
      <HowItStands client={client} />
      {doing === 'record' && <RecordConsent client={client} onClose={() => act(null)} />}
      {doing === 'mail' && <AskByMail client={client} onClose={() => act(null)} />}
      {doing === 'withdraw' && <WithdrawConsent client={client} onClose={() => act(null)} />}
    </Row>
  );
}

function HowItStands({ client }: { client: ClientView }) {
  const here = useHere();
  const isAskedByMail = useDoubleOptIn();
  const { consent, stoppedAt } = client;
  const { emailConsent } = client;
  const name = firstName(client.name);
  if (stoppedAt) return <p>{say('agreed.noneStopped', { name })}</p>;
  if (!consent && !emailConsent)
    return <p>{say(isAskedByMail ? 'agreed.waits' : 'agreed.none', { name })}</p>;
  return (
    <>
      <p>
        {consent
          ? say('agreed.facts', {
              version: consent.textVersion,
              date: day(consent.givenAt, here),
              how: wayOf(consent),
            })
          : say('agreed.earlier', { date: shortDateWords(emailConsent?.givenOn ?? '', 'en-US') })}
      </p>
      {emailConsent?.how && consent?.how !== 'by-link' && (
        <p className="quiet small">{say('agreed.quote', { how: emailConsent.how })}</p>
      )}
    </>
  );
}

function wayOf({ how, recordedByName }: NonNullable<ClientView['consent']>): string {
  if (how === 'by-link') return say('agreed.how.by-link');
  return recordedByName
    ? say('agreed.how.with-staff', { staff: recordedByName })
    : say('agreed.how.with-nobody');
}
