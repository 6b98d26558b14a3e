import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../acts/use-act.js';
import { finishSetup } from '../../api-client/calls-clinic.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { say } from '../../words-settings.js';

/** Everything is said: the clinic is open for its first client. */
export function Finished() {
  const isWriter = useIsWriter();
  const navigate = useNavigate();
  const act = useAct(finishSetup, {
    refresh: [['setup'], ['me'], ['clinic']],
    done: () => void navigate({ to: isWriter ? '/clients/new' : '/staff' }),
  });
  return (
    <>
      {act.error && <Failure error={act.error} isAct />}
      <div className="acts">
        <Button kind="primary" isPending={act.isPending} onPress={() => act.run()}>
          {say(isWriter ? 'welcome.firstClient' : 'welcome.inviteFirst')}
        </Button>
        <LinkButton kind="plain" to="/today">
          {say('notFound.act')}
        </LinkButton>
      </div>
      {!isWriter && <p className="quiet small">{say('welcome.whoAdds')}</p>}
    </>
  );
}
