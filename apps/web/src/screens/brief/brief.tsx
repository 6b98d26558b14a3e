import './brief.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useReading } from '../../acts/use-reading.js';
import { briefQuery } from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import type { BriefView } from '../../api-client/views.js';
import { moveFocus } from '../../keys/move-focus.js';
import { useKeys } from '../../keys/use-keys.js';
import { ClosingNote } from '../../parts/closing-note.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { Reflection } from '../../parts/reflection.js';
import { firstName } from '../../parts/two-clocks.js';
import { NotFound } from '../../shell/not-found.js';
import { OnlyFor } from '../../shell/only-for.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { useTitle } from '../../shell/use-title.js';
import { day, stamp, zoneName } from '../../when.js';
import { say } from '../../words-brief.js';
import { BreakGlassBanner } from '../break-glass/banner.js';
import { BriefAside } from './brief-aside.js';
import { BriefBar } from './brief-bar.js';
import { BriefHead } from './brief-head.js';
import { BringList } from './bring-list.js';
import { useHiddenNames } from './hidden-names.js';
import { OnPaper } from './print/on-paper.js';
import { readingTime } from './reading-time.js';
import { StartBox } from './start-box.js';

const route = getRouteApi('/staff/appointments/$appointmentId/brief');

/** The page a practitioner reads before a call: everything in sight, nothing collapsed, nothing scored. */
export function Brief() {
  if (useIsReader()) return <BriefOfCall />;
  return (
    <main id="main" tabIndex={-1} className="alone">
      <OnlyFor roles={['practitioner']} title={say('brief.title')} why={say('brief.notYours')}>
        {null}
      </OnlyFor>
    </main>
  );
}

function BriefOfCall() {
  useTitle(say('brief.title'));
  const { appointmentId } = route.useParams();
  const brief = useQuery(briefQuery(appointmentId));
  if (brief.error instanceof ApiProblem && brief.error.status === 404) return <NotFound />;
  return (
    <main id="main" tabIndex={-1}>
      {brief.error && !brief.data && (
        <div className="alone">
          <h1>{say('broken.title')}</h1>
          <Failure error={brief.error} retry={() => void brief.refetch()} />
        </div>
      )}
      {brief.isPending && (
        <div className="sheet">
          <Loading rows={10} />
        </div>
      )}
      {brief.data && <Sheet key={appointmentId} brief={brief.data} />}
    </main>
  );
}

function Sheet({ brief }: { brief: BriefView }) {
  const here = useHere();
  const reading = useReading();
  const [isNameHidden, hideName] = useHiddenNames();
  const unread = brief.reflections.filter((reflection) => !reflection.reading);
  const markAll = () => unread.length > 0 && reading.change(unread, true);
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1), e: markAll, p: () => window.print() });
  const client = { ...brief.client, name: isNameHidden ? say('brief.theClient') : brief.client.name };
  const name = isNameHidden ? client.name : firstName(client.name);
  return (
    <>
      <BriefBar
        brief={brief}
        unread={unread.length}
        onMarkAll={markAll}
        isNameHidden={isNameHidden}
        onHideName={() => hideName(!isNameHidden)}
      />
      <OnPaper briefs={[brief]} isNameHidden={isNameHidden} />
      <div className="sheet">
        <BreakGlassBanner clientId={client.id} />
        <BriefHead brief={brief} name={name} isNameHidden={isNameHidden} />
        <StartBox brief={brief} shownName={client.name} name={name} />
        <div className="columns">
          <section aria-labelledby="words">
            <h2 id="words">
              {isNameHidden ? say('brief.wordsHidden') : say('brief.words', { name })}{' '}
              {brief.reflections.length > 0 && (
                <span>{say('brief.oldestFirst', { time: readingTime(brief.readingSeconds) })}</span>
              )}
            </h2>
            {reading.error && <Failure error={reading.error} isAct />}
            {!brief.seesWords && <p className="nothing-new">{say('brief.withoutWords')}</p>}
            {brief.seesWords && brief.reflections.length === 0 && (
              <p className="nothing-new">{nothingNew(brief, here)}</p>
            )}
            <div className="reflections">
              {brief.reflections.map((reflection) => (
                <Reflection key={reflection.id} reflection={reflection} client={client} reading={reading} />
              ))}
            </div>
          </section>
          <BriefAside brief={brief} name={name} />
          {/* What one writes oneself comes last, also where all of it is one column. */}
          <div className="own-part">
            {brief.seesWords && <BringList appointmentId={brief.appointment.id} bring={brief.bring} />}
            <div className="pick-up">
              <ClosingNote key={brief.appointment.id} appointment={brief.appointment} />
            </div>
          </div>
        </div>
        <footer className="sheet-foot">
          <span>{isNameHidden ? say('brief.footHidden') : say('brief.foot', { name })}</span>
          <span className="num">
            {say('brief.readBy', {
              clinic: brief.printedBy.clinicName,
              staff: brief.printedBy.staffName,
              time: stamp(brief.printedBy.at, here),
              zone: zoneName(here),
            })}
          </span>
        </footer>
      </div>
    </>
  );
}

/** That nothing came is information too; it says since when. */
const nothingNew = (brief: BriefView, here: string) =>
  brief.nothingNewSince
    ? say('brief.nothingSince', { date: day(brief.nothingNewSince, here) })
    : say('brief.nothingYet');
