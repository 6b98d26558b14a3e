import './measures.css';
import { useQuery } from '@tanstack/react-query';
import { measuresQuery } from '../../api-client/calls-measures.js';
import { Empty } from '../../parts/empty.js';
import { OnlyFor } from '../../shell/only-for.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-measures.js';
import { say as saySettings } from '../../words-settings.js';
import { Known } from './known.js';
import { MeasureCard } from './measure-card.js';
import { MeasureFileForm } from './measure-file-form.js';
import { SettingsFrame } from './settings-frame.js';

/** The questionnaires that may be asked: ours with where each is from, and the clinic's own. */
export function SettingsMeasures() {
  return (
    <OnlyFor
      roles={['admin', 'practitioner']}
      title={saySettings('settings.measures')}
      why={say('measures.notYours')}
    >
      <SettingsFrame section="measures">
        <Measures />
      </SettingsFrame>
    </OnlyFor>
  );
}

function Measures() {
  const isAdmin = useIsAdmin();
  const measures = useQuery(measuresQuery());
  return (
    <Known query={measures} rows={8}>
      {(all) => {
        const own = all.filter((one) => one.own);
        return (
          <>
            <h2>{say('measures.ours')}</h2>
            <p className="quiet">{say('measures.oursWhat')}</p>
            {all
              .filter((one) => !one.own)
              .map((one) => (
                <MeasureCard key={one.code} measure={one} />
              ))}
            <h2>{say('measures.own')}</h2>
            {own.length === 0 && <Empty>{say('measures.noOwn')}</Empty>}
            {own.map((one) => (
              <MeasureCard key={one.code} measure={one} />
            ))}
            {isAdmin && <MeasureFileForm />}
          </>
        );
      }}
    </Known>
  );
}
