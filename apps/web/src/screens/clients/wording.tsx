import './wording.css';
import { CONSENT_VERSION, consentTexts } from '@app/design/words/consent-text.js';
import { say } from '../../words-delivery.js';

/** What a client agrees to, in full, as it is read out to them. */
export function Wording() {
  return (
    <section className="wording" aria-labelledby="wording">
      <div>
        <p className="strong" id="wording">
          {say('agreed.text')}
        </p>
        <p className="quiet small">{say('agreed.version', { version: CONSENT_VERSION })}</p>
      </div>
      <ul>
        {consentTexts[CONSENT_VERSION].map((code) => (
          <li key={code}>{say(code)}</li>
        ))}
      </ul>
    </section>
  );
}
