import { useState } from 'react';
import { acceptInvitation, openInvitation } from '../../api-client/calls-accounts.js';
import type { OpenedInvitationView, Role } from '../../api-client/views-accounts.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { NewPassword, newPasswordProblem } from '../../parts/new-password.js';
import { say } from '../../words-entry.js';
import { Entry } from '../sign-in/entry.js';
import { FormErrors } from './form-errors.js';
import { useFragment } from './fragment.js';
import { LinkEnded, LinkGone, NowSignIn } from './link-pages.js';
import { isEnded, only, useEntryForm } from './use-entry-form.js';
import { useOpened } from './use-opened.js';

/** `/invite#…`: somebody was asked to join a clinic's staff. */
export function Invite() {
  const fragment = useFragment();
  if (fragment === 'none') return <LinkGone />;
  if (!fragment.token) return <LinkEnded what="link.endedInvite" />;
  return <Opening key={fragment.token} token={fragment.token} />;
}

function Opening({ token }: { token: string }) {
  const opened = useOpened('invitation', token, openInvitation);
  if (isEnded(opened.error)) return <LinkEnded what="link.endedInvite" />;
  if (opened.data) return <InviteForm token={token} invitation={opened.data} />;
  return (
    <Entry title={say('join.loading')}>
      {opened.error ? (
        <Failure error={opened.error} retry={() => void opened.refetch()} />
      ) : (
        <Loading rows={3} isCard={false} />
      )}
    </Entry>
  );
}

function InviteForm({ token, invitation }: { token: string; invitation: OpenedInvitationView }) {
  const { clinicName: clinic, email, hasAccount, roles } = invitation;
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const form = useEntryForm(
    () => acceptInvitation({ token, password, ...(!hasAccount && { name: name.trim() }) }),
    () =>
      hasAccount
        ? only({ password: password ? null : say('signIn.noPassword') })
        : only({ name: name.trim() ? null : say('join.noName'), password: newPasswordProblem(password) }),
  );
  if (form.isEnded) return <LinkEnded what="link.endedInvite" />;
  if (form.isDone)
    return (
      <NowSignIn title={say('join.doneTitle', { clinic })}>
        {say(hasAccount ? 'join.done' : 'join.doneNew')}
      </NowSignIn>
    );
  return (
    <Entry title={say('join.title', { clinic })}>
      <p>
        {say('join.as', { roles: inWords(roles) })} {say('join.address', { email })}
      </p>
      <form className="form" onSubmit={form.submit} noValidate>
        <FormErrors {...form} />
        {hasAccount ? (
          <>
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            <Field
              label={say('join.own')}
              hint={say('join.ownHint')}
              name="password"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              error={form.errors.password}
            />
          </>
        ) : (
          <>
            <Field
              label={say('join.name')}
              hint={say('join.nameHint')}
              name="name"
              autoComplete="name"
              value={name}
              onChange={setName}
              error={form.errors.name}
            />
            <NewPassword email={email} value={password} onChange={setPassword} error={form.errors.password} />
          </>
        )}
        <div className="acts">
          <Button kind="primary" type="submit" isPending={form.isPending}>
            {say('join.accept')}
          </Button>
        </div>
      </form>
    </Entry>
  );
}

const inWords = (roles: Role[]): string =>
  new Intl.ListFormat('en-US').format(roles.map((role) => say(`role.${role}`).toLocaleLowerCase()));
