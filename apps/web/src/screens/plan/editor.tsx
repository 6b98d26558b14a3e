import { Link } from '@tanstack/react-router';
import { BedDouble } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { type Pace } from '../../api-client/calls-library.js';
import type {
  AppointmentView,
  ClientView,
  KetamineSessionView,
  PromptView,
  PlanView,
} from '../../api-client/views.js';
import { moveFocus } from '../../keys/move-focus.js';
import { useKeys } from '../../keys/use-keys.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { PageHead } from '../../shell/page-head.js';
import { say } from '../../words-plan.js';
import { EditorDialogs, type Asking } from './editor-dialogs.js';
import { NewerVersion } from './newer-version.js';
import { NotReady, WithoutMornings } from './not-ready.js';
import { PaceFilter } from './pace-filter.js';
import {
  anchorSession,
  nextCall,
  nextOut,
  planRows,
  reachOf,
  undatedSteps,
  type PlanRow,
} from './plan-rows.js';
import { Preview } from './preview.js';
import { PromptsTable } from './prompts-table.js';
import { RestBanner } from './rest-all.js';
import { SaveBar } from './save-bar.js';
import { SetupFacts } from './setup-facts.js';
import { isFull, newStep, type AskedPrompt, type Step } from './staging.js';
import { startOf } from './timeline-facts.js';
import { Timeline } from './timeline.js';
import { UndatedSteps } from './undated-steps.js';
import { WhyNothing } from './why-nothing.js';
import { useMinute } from './use-minute.js';
import { useStagedPlan } from './use-staged-plan.js';

interface EditorProps {
  client: ClientView;
  plan: PlanView;
  sessions: KetamineSessionView[];
  calls: AppointmentView[];
  prompts: PromptView[];
  /** Milliseconds by which the clock here is behind the server's. */
  behind: number;
}

export function Editor({ client, plan, sessions, calls, prompts, behind }: EditorProps) {
  const [pace, look] = useState<Pace | null>(null);
  const [asking, ask] = useState<Asking>(null);
  const [selected, select] = useState<string | null>(null);
  const staged = useStagedPlan(plan, pace);
  const { live, steps, changes, isChanged, shown, act } = staged;
  const name = firstName(client.name);
  const now = useMinute(behind);
  useUnsaved(isChanged);
  useKeys({ n: () => ask({ for: 'add' }), j: () => moveFocus(1), k: () => moveFocus(-1) });

  const session = anchorSession(sessions);
  const anchorAt = session?.heldAt ?? shown?.answer.rows[0]?.sendAt ?? now;
  const around = useMemo(
    () => ({ client, sessions, calls, anchorAt, now }),
    [client, sessions, calls, anchorAt, now],
  );
  const rows = useMemo(
    () =>
      shown &&
      planRows({
        rows: shown.answer.rows,
        asked: shown.asked,
        live,
        steps,
        changes,
        prompts,
        timeZone: client.timeZone,
        anchorAt,
        isOtherPace: pace !== null && pace !== client.pace,
      }),
    [shown, live, steps, changes, prompts, client, anchorAt, pace],
  );
  const undated = rows && undatedSteps(rows, { live, steps, changes, pace: pace ?? client.pace });
  const open = rows?.find((row) => isOf(row, selected)) ?? null;
  const next = rows ? nextOut(rows, now) : undefined;

  function move(row: PlanRow, days: number) {
    if (!row.step) return;
    select(row.key);
    act({ do: 'set', id: row.step.id, fields: { days: row.step.days + days }, live });
  }

  const swap = ({ id, prompt }: Step) => ask({ for: 'swap', stepId: id, title: prompt.title });

  function pick(prompt: AskedPrompt) {
    if (asking?.for === 'swap') act({ do: 'set', id: asking.stepId, fields: { prompt }, live });
    else {
      const id = crypto.randomUUID();
      const last = Math.max(
        0,
        ...steps.filter(({ anchor }) => anchor === 'latest-session').map(({ days }) => days),
      );
      act({ do: 'add', id, step: newStep(prompt, last + 3) });
      select(id);
    }
    ask(null);
  }

  return (
    <>
      <PageHead
        above={
          <p className="crumbs">
            <Link to="/clients">{say('clients.title')}</Link> /{' '}
            <Link to="/clients/$clientId" params={{ clientId: client.id }} search={{ section: 'plan' }}>
              {client.name}
            </Link>
          </p>
        }
        title={titleOf(session)}
        acts={
          <>
            {!client.rest && (
              <Button icon={<BedDouble size={16} aria-hidden="true" />} onPress={() => ask({ for: 'rest' })}>
                {say('planner.restAll')}
              </Button>
            )}
            <Button onPress={() => ask({ for: 'template' })}>{say('planner.useTemplate')}</Button>
          </>
        }
      />
      <div className="planner">
        <div className="planner-main">
          <RestBanner client={client} />
          <WhyNothing client={client} />
          <SetupFacts client={client} session={session} reach={rows && reachOf(rows)} now={now} />
          <NewerVersion plan={plan} staged={staged} />
          {shown && <NotReady missing={shown.answer.missing} />}
          {shown && <WithoutMornings preview={shown.answer} />}
          {rows && rows.length > 0 && (
            <Timeline
              rows={rows}
              around={around}
              selected={open?.key ?? null}
              onOpen={(row) => openRow(row, select)}
              onMove={move}
            />
          )}
          <div className="section-head planner-head">
            <h2 id="prompts" tabIndex={-1}>
              {say('planner.prompts')}
            </h2>
            <p>
              {say('planner.order', { name })}
              {shown && (
                <span className="minutes">
                  {say('planner.minutes', { minutes: Math.round(shown.answer.minutesAWeek) })}
                </span>
              )}
            </p>
            <Button small shortcut="N" onPress={() => ask({ for: 'add' })}>
              {say('planner.add')}
            </Button>
          </div>
          <PaceFilter client={client} value={pace ?? client.pace} onChange={look} />
          {!rows && !staged.preview.error && <Loading rows={9} />}
          {staged.preview.error && (
            <>
              {rows && <p className="told planner-told">{say('planner.unchecked')}</p>}
              <Failure error={staged.preview.error} retry={() => void staged.preview.refetch()} />
            </>
          )}
          {rows && (
            <PromptsTable
              rows={rows}
              from={startOf(anchorAt, now, client.timeZone)}
              client={client}
              staged={staged}
              selected={selected}
              onSelect={select}
              onSwap={swap}
            />
          )}
          {undated && (
            <UndatedSteps
              undated={undated}
              plan={plan}
              client={client}
              staged={staged}
              selected={selected}
              onSelect={select}
              onSwap={swap}
            />
          )}
          <p className="sr" role="status">
            {open && isChanged && say('planner.now', { title: open.title, time: open.localText, name })}
          </p>
          <SaveBar client={client} plan={plan} staged={staged} next={next} />
        </div>
        <Preview
          client={client}
          prompt={(open ?? next)?.step?.prompt ?? steps.find(({ id }) => id === selected)?.prompt ?? null}
          arrives={(open ?? next)?.localText ?? null}
        />
      </div>
      <EditorDialogs
        asking={asking}
        client={client}
        call={nextCall(calls, now)}
        isFull={isFull(steps)}
        onPrompt={pick}
        onTemplate={(template, fields) => {
          act({ do: 'replace', steps: fields, ids: fields.map(() => crypto.randomUUID()), live });
          notify(say('planner.templateStaged', { title: template.title }));
          ask(null);
        }}
        onClose={() => ask(null)}
      />
    </>
  );
}

/** A row is chosen by its own key; a step that was just added, by the step. */
const isOf = (row: PlanRow, selected: string | null): boolean =>
  selected !== null && (row.key === selected || row.step?.id === selected);

/** Opens a row from the timeline and goes there. */
function openRow(row: PlanRow, select: (key: string) => void): void {
  select(row.key);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"] button`)?.focus(),
  );
}

function titleOf(session: KetamineSessionView | undefined): string {
  if (!session) return say('planner.title');
  const { status, numberInSeries: number } = session;
  return say(status === 'completed' ? 'planner.after' : 'planner.around', { number });
}
