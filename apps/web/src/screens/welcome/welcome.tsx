import './welcome.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { setupQuery } from '../../api-client/queries-clinic.js';
import type { SetupView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { useMe } from '../../shell/use-me.js';
import { say } from '../../words-settings.js';
import { Finished } from './finished.js';
import { StepList } from './step-list.js';
import { StepPage } from './step-page.js';
import { STEPS, type Step } from './steps.js';

/** The first run of a clinic: one thing a page, and a list that says what is left. */
export function Welcome() {
  return (
    <OnlyFor roles={['admin']} title={say('welcome.title')} why={say('settings.onlyAdmins')}>
      <FirstRun />
    </OnlyFor>
  );
}

function FirstRun() {
  const me = useMe();
  const setup = useQuery(setupQuery());
  const navigate = useNavigate();
  const { step: asked } = useSearch({ strict: false });
  const step = STEPS.find((each) => each === asked);
  const go = (to?: Step) => void navigate({ to: '/welcome', search: { step: to } });
  if (setup.error) return <Failure error={setup.error} retry={() => void setup.refetch()} />;
  if (!setup.data) return <Loading rows={7} />;
  const left = STEPS.filter((each) => !isDone(setup.data, each));
  if (step)
    return (
      <StepPage
        step={step}
        isDone={isDone(setup.data, step)}
        onBack={() => go()}
        onNext={() => go(STEPS[STEPS.indexOf(step) + 1])}
      />
    );
  return (
    <div className="welcome">
      <h1>{say('welcome.hello', { clinic: me.clinic.name })}</h1>
      <p className="welcome-lead">{say(left.length > 0 ? 'welcome.what' : 'welcome.allDone')}</p>
      <StepList done={STEPS.filter((each) => isDone(setup.data, each))} onOpen={go} />
      {left[0] ? (
        <div className="acts">
          <Button kind="primary" onPress={() => go(left[0])}>
            {say(left.length === STEPS.length ? 'welcome.begin' : 'welcome.goOn')}
          </Button>
          <span className="quiet small">{say('welcome.later')}</span>
        </div>
      ) : (
        <Finished />
      )}
    </div>
  );
}

const isDone = (setup: SetupView, step: Step) => setup.steps.some(({ code, done }) => code === step && done);
