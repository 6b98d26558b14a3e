import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { archiveMeasure, type MeasureView } from '../../api-client/calls-measures.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { notify } from '../../parts/toast.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-measures.js';
import { Facts } from './facts.js';

/** Where a measure is from, what its figures mean, and its questions word for word. */
export function MeasureCard({ measure }: { measure: MeasureView }) {
  const isAdmin = useIsAdmin();
  const { title, version, items, source, licence, population, safetyItem, own, archivedAt } = measure;
  return (
    <section className="card pad measure" aria-labelledby={`measure-${measure.code}`}>
      <header className="measure-head">
        <h3 id={`measure-${measure.code}`}>{title}</h3>
        <span className="quiet small">
          {say('measures.items', { n: items.length })} · {say('measures.version', { n: version })}
          {archivedAt && ` · ${say('measures.archived')}`}
        </span>
      </header>
      <Facts
        items={[
          [say('measures.source'), source],
          [say('measures.licence'), licence],
          [say('measures.population'), population],
          [say('measures.window'), say('measures.windowDays', { days: measure.windowDays })],
          [say('measures.range'), say('measures.rangeOf', measure.range)],
          [say('measures.bands'), bandsOf(measure)],
          [say('measures.change'), changeOf(measure)],
        ]}
      />
      {safetyItem !== null && (
        <>
          <p>{say('measures.safetyItem', { n: safetyItem })}</p>
          <p>{say('measures.withoutMornings')}</p>
        </>
      )}
      {measure.needsIndexEvent && <p>{say('measures.indexEvent')}</p>}
      <Wording measure={measure} />
      {own && isAdmin && !archivedAt && <Archive measure={measure} />}
    </section>
  );
}

function Wording({ measure: { language, stem, items, options, unscored } }: { measure: MeasureView }) {
  return (
    <details>
      <summary>{say('measures.wording')}</summary>
      <div className="measure-wording" lang={language}>
        <p>{stem}</p>
        <ol>
          {items.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
        <p className="quiet">{optionsOf(options)}</p>
        {unscored.map((one) => (
          <div key={one.id}>
            <p className="quiet small">{say('measures.alsoAsked')}</p>
            <p>{one.text}</p>
            <p className="quiet">{optionsOf(one.options)}</p>
          </div>
        ))}
      </div>
    </details>
  );
}

function Archive({ measure: { code, title } }: { measure: MeasureView }) {
  const [isAsking, setAsking] = useState(false);
  const act = useAct(() => archiveMeasure(code), {
    refresh: [['measures']],
    done: () => {
      setAsking(false);
      notify(say('measures.didArchive', { title }));
    },
  });
  return (
    <>
      <div className="acts">
        <Button small kind="plain" onPress={() => setAsking(true)}>
          {say('measures.archive')}
        </Button>
      </div>
      {isAsking && (
        <Confirm
          title={say('measures.archiveTitle', { title })}
          label={say('measures.archive')}
          act={act}
          onClose={() => setAsking(false)}
        >
          <p>{say('measures.archiveWhat')}</p>
        </Confirm>
      )}
    </>
  );
}

const optionsOf = (options: MeasureView['options']) =>
  options.map(({ value, label }) => `${value} ${label}`).join(' · ');

const bandsOf = ({ bands }: MeasureView) =>
  bands.length === 0
    ? say('measures.noBands')
    : bands.map((band) => say('measures.bandOf', band)).join(' · ');

const changeOf = ({ change }: MeasureView) =>
  change ? say('measures.changeOf', { n: change.points, source: change.source }) : say('measures.noChange');
