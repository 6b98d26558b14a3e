import { Link } from '@tanstack/react-router';
import { askForReset } from '../../api-client/calls-accounts.js';
import { say } from '../../words-entry.js';
import { AskByMail } from './ask-by-mail.js';

/** The same answer for every address: nobody learns here who has an account. */
export function Forgot() {
  return (
    <AskByMail
      title={say('forgot.title')}
      why={say('forgot.why')}
      label={say('forgot.send')}
      call={askForReset}
      sent={(email) => say('forgot.sent', { email })}
      foot={
        <p>
          <Link to="/sign-in">{say('signIn.back')}</Link>
        </p>
      }
    />
  );
}
