import '../client/client.css';
import './reflections.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { READER_VIEWS } from '../../api-client/reader-views.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-threads.js';
import { ClientChoice } from './client-choice.js';
import { Found } from './found.js';
import { ReadingList } from './reading-list.js';
import { SearchForm } from './search-form.js';

const route = getRouteApi('/staff/shell/reflections');

/** Everything the clients one reads for have sent; for practitioners. */
export function Reader() {
  return (
    <OnlyFor roles={['practitioner']} title={say('reader.title')} why={say('reader.why')}>
      <AllReflections />
    </OnlyFor>
  );
}

function AllReflections() {
  useTitle(say('reader.title'));
  const { view = 'mine', clientId } = route.useSearch();
  const navigate = route.useNavigate();
  // What is looked for stays on this screen: neither the address nor the browser's history holds it.
  const [q, look] = useState('');
  return (
    <>
      <PageHead title={say('reader.title')}>{say('reader.what')}</PageHead>
      <nav className="sections" aria-label={say('reader.views')}>
        {READER_VIEWS.map((each) => (
          <Link
            key={each}
            to="/reflections"
            search={{
              view: each === 'mine' ? undefined : each,
              clientId: each === 'client' ? clientId : undefined,
            }}
            className="section-link"
            aria-current={each === view && !q ? 'page' : undefined}
            onClick={() => look('')}
          >
            {say(`reader.${each}`)}
          </Link>
        ))}
      </nav>
      <div className="reader-tools">
        <SearchForm key={q} q={q} onSearch={look} />
        {view === 'client' && (
          <ClientChoice
            value={clientId}
            onChoose={(id) => void navigate({ search: { view: 'client', clientId: id }, replace: true })}
          />
        )}
      </div>
      {q ? (
        <Found q={q} clientId={view === 'client' ? clientId : undefined} onClear={() => look('')} />
      ) : (
        <ReadingList key={`${view} ${clientId ?? ''}`} view={view} clientId={clientId} />
      )}
    </>
  );
}
