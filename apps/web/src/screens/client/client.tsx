import './client.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { clientQuery } from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import type { ClientView } from '../../api-client/views.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { NotFound } from '../../shell/not-found.js';
import { PageHead } from '../../shell/page-head.js';
import { useCurrentInSight } from '../../shell/use-current-in-sight.js';
import { useIsReader } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { useTitle } from '../../shell/use-title.js';
import { localWords } from '@app/design/words/when.js';
import { zoneName, zonePlace } from '../../when.js';
import { say } from '../../words-delivery.js';
import { say as sayPlan } from '../../words-safety-plan.js';
import { say as sayThreads } from '../../words-threads.js';
import { BreakGlassBanner } from '../break-glass/banner.js';
import { HowAsked } from './asked/how-asked.js';
import { Calls } from './calls.js';
import { CareTeam } from './care-team.js';
import { CLIENT_SECTIONS, type ClientSection } from './client-sections.js';
import { Course } from './course/course.js';
import { DetailFacts } from './detail-facts.js';
import { Details } from './details.js';
import { EmergencyContact } from './emergency-contact.js';
import { OpenFlags } from './open-flags.js';
import { Plan } from './plan.js';
import { Reflections } from './reflections.js';
import { SafetyPlan } from './safety-plan/safety-plan.js';
import { Sessions } from './sessions.js';
import { Threads } from './threads/threads.js';
import { WorthAsking } from './worth-asking.js';

const route = getRouteApi('/staff/shell/clients/$clientId');

/** One person in care: a header, then one section at a time. */
export function Client() {
  useTitle(say('client.title'));
  const { clientId } = route.useParams();
  const client = useQuery(clientQuery(clientId));
  if (client.error instanceof ApiProblem && client.error.status === 404) return <NotFound isAlone={false} />;
  if (client.error && !client.data)
    return <Failure error={client.error} retry={() => void client.refetch()} />;
  if (!client.data) return <Loading rows={8} />;
  return <Known client={client.data} />;
}

function Known({ client }: { client: ClientView }) {
  const isReader = useIsReader();
  const { section = 'sessions' } = route.useSearch();
  const nav = useCurrentInSight(section);
  return (
    <>
      {isReader && <BreakGlassBanner clientId={client.id} />}
      <PageHead above={<Link to="/clients">{say('clients.title')}</Link>} title={client.name}>
        <span className="facts">
          {client.pronouns && <span>{client.pronouns}</span>}
          {client.status !== 'active' && (
            <span className="strong">{say(`clientStatus.${client.status}`)}</span>
          )}
          <span>
            {say('client.clock', {
              place: zonePlace(client.timeZone),
              zone: zoneName(client.timeZone),
              now: localWords(client.localNow.slice(0, 16), 'en-US'),
            })}
          </span>
        </span>
      </PageHead>
      <OpenFlags client={client} />
      <nav ref={nav} className="sections" aria-label={say('client.sections')}>
        {sectionsFor(isReader).map((each) => (
          <Link
            key={each}
            to="."
            search={{ section: each }}
            aria-current={each === section ? 'page' : undefined}
            className="section-link"
            replace
          >
            {nameOf(each)}
          </Link>
        ))}
      </nav>
      {isReader && WITH_NOTES.includes(section) && <WorthAsking client={client} />}
      <Section section={section} client={client} />
    </>
  );
}

function nameOf(section: ClientSection): string {
  if (section === 'safety') return sayPlan('section.safety');
  return section === 'threads' || section === 'course'
    ? sayThreads(`section.${section}`)
    : say(`section.${section}`);
}

/** Only a practitioner reads words, and what comes of them; these sections are not there for others. */
const FOR_READERS: readonly ClientSection[] = ['reflections', 'threads', 'course', 'safety'];
/** Where somebody reads on, or makes ready for a call. */
const WITH_NOTES: readonly ClientSection[] = ['sessions', 'calls', 'reflections', 'course'];
const sectionsFor = (isReader: boolean) =>
  CLIENT_SECTIONS.filter((section) => isReader || !FOR_READERS.includes(section));

function Section({ section, client }: { section: ClientSection; client: ClientView }) {
  const isReader = useIsReader();
  const isWriter = useIsWriter();
  switch (section) {
    case 'sessions':
      return <Sessions client={client} />;
    case 'calls':
      return <Calls client={client} />;
    case 'plan':
      return <Plan client={client} />;
    case 'asked':
      return <HowAsked client={client} />;
    case 'reflections':
      return isReader ? <Reflections client={client} /> : <Empty>{say('reflections.notYours')}</Empty>;
    case 'threads':
      return isReader ? <Threads client={client} /> : <Empty>{say('reflections.notYours')}</Empty>;
    case 'course':
      return isReader ? <Course client={client} /> : <Empty>{sayThreads('course.notYours')}</Empty>;
    case 'safety':
      return isReader ? <SafetyPlan client={client} /> : <Empty>{sayPlan('splan.notYours')}</Empty>;
    case 'team':
      return <CareTeam client={client} />;
    case 'details':
      return (
        <div className="details">
          {isWriter ? <Details key={client.id} client={client} /> : <DetailFacts client={client} />}
          <EmergencyContact client={client} />
        </div>
      );
  }
}
