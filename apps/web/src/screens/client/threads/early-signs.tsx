import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { earlySignsQuery, retireSign, type EarlySignView } from '../../../api-client/calls-threads.js';
import { reflectionsQuery, sessionsQuery } from '../../../api-client/queries.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { Failure } from '../../../parts/failure.js';
import { AgreeSign } from '../../../parts/reader/agree-sign.js';
import { signPassages } from '../../../parts/reader/sign-passages.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { SentLink } from './quotes.js';
import { sessionAfter } from './sign-session.js';

/** Signs of the old pattern returning, agreed beforehand, in the client's words. */
export function EarlySigns({ client }: { client: ClientView }) {
  const signs = useQuery(earlySignsQuery(client.id));
  const reflections = useQuery(reflectionsQuery(client.id));
  const sessions = useQuery(sessionsQuery(client.id));
  const [isAdding, add] = useState(false);
  const [retiring, retire] = useState<EarlySignView | null>(null);
  const name = firstName(client.name);
  // What holds comes first.
  const all = [...(signs.data ?? [])].sort(
    (a, b) => Number(Boolean(a.retiredAt)) - Number(Boolean(b.retiredAt)),
  );
  return (
    <section aria-labelledby="signs">
      <div className="section-head">
        <h2 id="signs">{say('sign.title')}</h2>
        <p>{say('sign.what', { name })}</p>
        <Button small icon={<Plus size={16} aria-hidden="true" />} onPress={() => add(true)}>
          {say('sign.add')}
        </Button>
      </div>
      {signs.error && <Failure error={signs.error} retry={() => void signs.refetch()} />}
      {signs.data?.length === 0 && <p className="quiet small">{say('sign.none')}</p>}
      {all.length > 0 && (
        <ul className="card line-list">
          {all.map((sign) => (
            <Sign
              key={sign.id}
              sign={sign}
              client={client}
              session={sessions.data && sessionAfter(sign.agreedAt, sessions.data)}
              onRetire={() => retire(sign)}
            />
          ))}
        </ul>
      )}
      {isAdding && (
        <AgreeSign
          clientId={client.id}
          name={name}
          passages={signPassages(reflections.data ?? [])}
          mayBeSaid
          onClose={() => add(false)}
        />
      )}
      {retiring && <RetireSign sign={retiring} client={client} onClose={() => retire(null)} />}
    </section>
  );
}

interface SignProps {
  sign: EarlySignView;
  client: ClientView;
  /** The session it was agreed before; null: none since; undefined: not known here. */
  session: string | null | undefined;
  onRetire(): void;
}

function Sign({ sign, client, session, onRetire }: SignProps) {
  const here = useHere();
  const { agreedByName: by, withdrawnAt, retiredAt } = sign;
  const name = firstName(client.name);
  return (
    <li>
      <div>
        {withdrawnAt ? (
          <p className="quiet">{say('sign.withdrawn', { date: day(withdrawnAt, here) })}</p>
        ) : (
          <p className={retiredAt ? 'quote quiet' : 'quote'}>“{sign.words}”</p>
        )}
        <p className="quiet tiny sent-links">
          <span>{say('sign.agreed', { name, by, date: day(sign.agreedAt, here) })}</span>
          {session !== undefined && (
            <span>
              {session
                ? say('sign.before', { date: day(session, client.timeZone) })
                : say('sign.noSessionAfter')}
            </span>
          )}
          {sign.reflectionId && !withdrawnAt && (
            <span>{say(sign.standsAlone ? 'sign.alone' : 'sign.quoted')}</span>
          )}
          {retiredAt && !withdrawnAt && <span>{say('sign.retired', { date: day(retiredAt, here) })}</span>}
          {sign.reflectionId && !withdrawnAt && (
            <SentLink clientId={client.id} reflectionId={sign.reflectionId} label={say('sign.from')} />
          )}
        </p>
      </div>
      {!retiredAt && (
        <Button small onPress={onRetire}>
          {say('sign.retire')}
          <span className="sr"> {sign.words}</span>
        </Button>
      )}
    </li>
  );
}

function RetireSign({ sign, client, onClose }: { sign: EarlySignView; client: ClientView; onClose(): void }) {
  const act = useAct(() => retireSign(sign.id, sign.version), {
    refresh: [['client', client.id, 'early-signs']],
    done: () => {
      notify(say('sign.didRetire'));
      onClose();
    },
  });
  return (
    <Confirm title={say('sign.retireTitle')} label={say('sign.retire')} act={act} onClose={onClose}>
      <p className="quote">“{sign.words}”</p>
      <p>{say('sign.retireWhat')}</p>
    </Confirm>
  );
}
