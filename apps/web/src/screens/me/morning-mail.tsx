import { useAct } from '../../acts/use-act.js';
import { chooseForMyself } from '../../api-client/calls-accounts.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useMe } from '../../shell/use-me.js';
import { say } from '../../words-entry.js';

/** The mail of counts on the morning of an open day, and its switch. */
export function MorningMail() {
  const { wantsDigest } = useMe();
  const act = useAct((isOn: boolean) => chooseForMyself({ wantsDigest: isOn }), {
    refresh: [['me']],
    done: (_me, isOn) => notify(say(isOn ? 'me.digestOn' : 'me.digestOff')),
  });
  return (
    <section className="card pad">
      <h2>{say('me.digest')}</h2>
      {act.error && <Failure error={act.error} isAct />}
      <label className="tick">
        <input
          type="checkbox"
          checked={wantsDigest}
          disabled={act.isPending}
          onChange={(event) => act.run(event.target.checked)}
        />
        <span>
          {say('me.digestSwitch')}
          <small>{say('me.digestHint')}</small>
        </span>
      </label>
    </section>
  );
}
