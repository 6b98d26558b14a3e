import './asked.css';
import type { ClientView } from '../../../api-client/views.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-delivery.js';
import { Address } from './address.js';
import { Agreed } from './agreed.js';
import { Mailbox } from './mailbox.js';
import { Mailings } from './mailings.js';
import { Pace } from './pace.js';
import { Rest } from './rest.js';
import { Stopped } from './stopped.js';

/** What the client chose and agreed to, and every e-mail that went out. All of it is information; nothing counts. */
export function HowAsked({ client }: { client: ClientView }) {
  return (
    <>
      <section aria-labelledby="asked">
        <div className="section-head">
          <h2 id="asked">{say('section.asked')}</h2>
          <p>{say('asked.what', { name: firstName(client.name) })}</p>
        </div>
        <dl className="card asked-rows">
          <Stopped client={client} />
          <Pace client={client} />
          <Rest client={client} />
          <Agreed client={client} />
          <Address client={client} />
          <Mailbox client={client} />
        </dl>
      </section>
      <Mailings client={client} />
    </>
  );
}
