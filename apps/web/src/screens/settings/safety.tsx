import './safety.css';
import { OnlyFor } from '../../shell/only-for.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-safety.js';
import { say as saySettings } from '../../words-settings.js';
import { Phrases } from './phrases.js';
import { SettingsFrame } from './settings-frame.js';
import { WebhookCard } from './webhook.js';

/** What a computer looks for in what clients send, and where notices go besides e-mail. */
export function SettingsSafety() {
  return (
    <OnlyFor
      roles={['admin', 'practitioner']}
      title={saySettings('settings.safety')}
      why={say('safetySettings.onlyCare')}
    >
      <SettingsFrame section="safety">
        <Phrases />
        <OfAdmins />
      </SettingsFrame>
    </OnlyFor>
  );
}

function OfAdmins() {
  return useIsAdmin() ? <WebhookCard /> : null;
}
