import './brief.css';
import './todays-briefs.css';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, Eye, EyeOff, Printer } from 'lucide-react';
import { todaysBriefsQuery } from '../../api-client/calls-brief.js';
import type { BriefView } from '../../api-client/views.js';
import { useKeys } from '../../keys/use-keys.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { useTitle } from '../../shell/use-title.js';
import { longDay, zoneName } from '../../when.js';
import { say } from '../../words-print.js';
import { useHiddenNames } from './hidden-names.js';
import { OnPaper } from './print/on-paper.js';
import { PrintedBrief } from './print/printed-brief.js';
import { printingOf } from './print/printing.js';

/** The briefs of one's calls today, one after the other, and one button that prints them. */
export function TodaysBriefs() {
  if (useIsReader()) return <AllOfToday />;
  return (
    <main id="main" tabIndex={-1} className="alone">
      <OnlyFor roles={['practitioner']} title={say('print.title')} why={say('print.notYours')}>
        {null}
      </OnlyFor>
    </main>
  );
}

function AllOfToday() {
  useTitle(say('print.title'));
  const here = useHere();
  const { data: briefs, error, isPending, refetch } = useQuery(todaysBriefsQuery());
  const first = briefs?.[0];
  return (
    <main id="main" tabIndex={-1}>
      <Bar briefs={briefs ?? []} />
      <div className="sheet">
        <PageHead title={say('print.title')}>
          {longDay(first?.printedBy.at ?? new Date(), here)}, {zoneName(here)}.{' '}
          {first && say('print.what', { n: briefs.length })}
        </PageHead>
        {error && !briefs && (
          <>
            <p>{say('print.failed')}</p>
            <Failure error={error} retry={() => void refetch()} />
          </>
        )}
        {isPending && <Loading rows={10} />}
        {briefs && !first && (
          <Empty act={<LinkButton to="/today">{say('notFound.act')}</LinkButton>}>{say('print.none')}</Empty>
        )}
        {briefs?.map((brief) => (
          <One key={brief.appointment.id} brief={brief} />
        ))}
      </div>
    </main>
  );
}

function Bar({ briefs }: { briefs: readonly BriefView[] }) {
  const [isNameHidden, hideNames] = useHiddenNames();
  const hasAny = briefs.length > 0;
  useKeys({ p: () => hasAny && window.print() });
  const icon = isNameHidden ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />;
  return (
    <header className="brief-bar">
      <LinkButton kind="plain" to="/today" icon={<ChevronLeft size={16} aria-hidden="true" />}>
        {say('today.name')}
      </LinkButton>
      {hasAny && (
        <div className="acts">
          <Button icon={icon} onPress={() => hideNames(!isNameHidden)}>
            {say(isNameHidden ? 'print.showNames' : 'print.hideNames')}
          </Button>
          <Button
            kind="primary"
            shortcut="P"
            icon={<Printer size={16} aria-hidden="true" />}
            onPress={() => window.print()}
          >
            {say('print.all')}
          </Button>
        </div>
      )}
      {hasAny && <OnPaper briefs={briefs} isNameHidden={isNameHidden} />}
    </header>
  );
}

function One({ brief }: { brief: BriefView }) {
  const here = useHere();
  const [isNameHidden] = useHiddenNames();
  const { id } = brief.appointment;
  return (
    <section className="one-of-today">
      <PrintedBrief printing={printingOf(brief, { here, isNameHidden, idsOf: `brief-${id}` })} />
      <LinkButton small to="/appointments/$appointmentId/brief" params={{ appointmentId: id }}>
        {say('act.openBrief')}
        {!isNameHidden && <span className="sr"> {say('for.client', { name: brief.client.name })}</span>}
      </LinkButton>
    </section>
  );
}
