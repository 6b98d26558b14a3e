import { confirmSender } from '../../api-client/calls-delivery.js';
import { Button } from '../../parts/button.js';
import { say } from '../../words-delivery.js';
import { say as sayOfEntry } from '../../words-entry.js';
import { Entry } from '../sign-in/entry.js';
import { FormErrors } from './form-errors.js';
import { useFragment } from './fragment.js';
import { LinkGone } from './link-pages.js';
import { useEntryForm } from './use-entry-form.js';

/** `/confirm-sender#…`: somebody reads the mailbox answers go to. The link is spent by the button, not by opening the page. */
export function ConfirmSender() {
  const fragment = useFragment();
  if (fragment === 'none') return <LinkGone />;
  if (!fragment.token) return <Ended />;
  return <Confirm key={fragment.token} token={fragment.token} />;
}

function Confirm({ token }: { token: string }) {
  const form = useEntryForm(
    () => confirmSender(token),
    () => ({}),
  );
  if (form.isEnded) return <Ended />;
  if (form.isDone)
    return (
      <Entry title={say('confirmSender.doneTitle')}>
        <p>{say('confirmSender.done')}</p>
      </Entry>
    );
  return (
    <Entry title={say('confirmSender.title')}>
      <p>{say('confirmSender.what')}</p>
      <form className="form" onSubmit={form.submit} noValidate>
        <FormErrors {...form} />
        <div className="acts">
          <Button kind="primary" type="submit" isPending={form.isPending}>
            {say('confirmSender.it')}
          </Button>
        </div>
      </form>
    </Entry>
  );
}

const Ended = () => (
  <Entry title={sayOfEntry('link.endedTitle')}>
    <p>{say('confirmSender.ended')}</p>
  </Entry>
);
