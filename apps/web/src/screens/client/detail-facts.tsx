import type { ClientView } from '../../api-client/views.js';
import { zoneName, zonePlace } from '../../when.js';
import { say } from '../../words.js';
import { Facts } from '../settings/facts.js';
import '../settings/settings.css';

/** The same details for who may read and not write them. */
export function DetailFacts({ client }: { client: ClientView }) {
  const { timeZone } = client;
  return (
    <section className="card pad narrow" aria-label={say('section.details')}>
      <Facts
        items={[
          [say('client.name'), client.name],
          [say('client.pronouns'), client.pronouns ?? ''],
          [say('client.email'), client.email ?? ''],
          [say('client.phone'), client.phone ?? ''],
          [say('client.zone'), say('shell.place', { place: zonePlace(timeZone), zone: zoneName(timeZone) })],
          [say('client.status'), say(`clientStatus.${client.status}`)],
        ]}
      />
      <p className="quiet small">{say('details.notYours')}</p>
    </section>
  );
}
