import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type NewWebhook, type Webhook, webhookQuery } from '../../api-client/calls-safety-settings.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-safety.js';
import { Facts } from './facts.js';
import { Known } from './known.js';
import { WebhookActs } from './webhook-acts.js';
import { WebhookDeliveries } from './webhook-deliveries.js';
import { WebhookForm } from './webhook-form.js';
import { WebhookSecret } from './webhook-secret.js';

/** Where notices go besides e-mail: one address, its secret, and what became of the last ones. */
export function WebhookCard() {
  const webhook = useQuery(webhookQuery());
  // In this page's memory alone, until it was kept or the page is left.
  const [made, make] = useState<NewWebhook | null>(null);
  return (
    <section className="card pad" aria-labelledby="webhook">
      <h2 id="webhook">{say('webhook.title')}</h2>
      <p>{say('webhook.what')}</p>
      {made && <WebhookSecret secret={made.secret} onKept={() => make(null)} />}
      <Known query={webhook} rows={4}>
        {(known) => <Standing key={known.url} webhook={known} onMade={make} />}
      </Known>
      <details>
        <summary>{say('webhook.signed')}</summary>
        <p className="quiet">{say('webhook.signedWhat')}</p>
      </details>
    </section>
  );
}

interface StandingProps {
  webhook: Webhook;
  onMade(made: NewWebhook | null): void;
}

function Standing({ webhook, onMade }: StandingProps) {
  const here = useHere();
  const [isChanging, setChanging] = useState(false);
  const { url, createdAt, deliveries } = webhook;
  if (url === null || createdAt === null)
    return (
      <>
        <p className="quiet">{say('webhook.none')}</p>
        <WebhookForm webhook={webhook} onMade={onMade} />
      </>
    );
  return (
    <>
      <Facts
        items={[
          [say('webhook.url'), <code key="url">{url}</code>],
          [say('webhook.since'), dayAndClock(createdAt, here)],
        ]}
      />
      {isChanging ? (
        <WebhookForm webhook={webhook} onMade={onMade} onBack={() => setChanging(false)} />
      ) : (
        <WebhookActs webhook={webhook} onMade={onMade} onChange={() => setChanging(true)} />
      )}
      <WebhookDeliveries deliveries={deliveries} />
    </>
  );
}
