/** Whole-request problems: what happened, what is safe, what to do. Staff read these; so do scripts. */
export const problems = {
  'problem.not-found':
    'That does not exist, or is not yours to see. Nothing was changed. Check the address, or go back to Today.',
  'problem.signed-out': 'You are signed out. What you saved is kept. Sign in again to go on.',
  'problem.sign-in-refused':
    'That e-mail address and password do not go together. Nothing was changed. Try again, or reset the password.',
  'problem.header-missing':
    'The request came without the header X-Throughline: 1. Nothing was changed. Send it again with the header.',
  'problem.origin-foreign':
    'The request came from another site. Nothing was changed. Open Throughline at its own address and try there.',
  'problem.step-up-required':
    'This needs a fresh sign-in. Nothing was changed. Confirm that it is you, then try again.',
  'problem.too-many-tries': 'Too many tries. Nothing was changed. Wait a little, then try again.',
  'problem.invalid':
    'Some of this could not be accepted. Nothing was saved. Correct the fields named below and send again.',
  'problem.malformed':
    'The request could not be read. Nothing was saved. Check its format and send it again.',
  'problem.conflict-version':
    'Somebody changed this after you opened it. Their change is safe, yours is not saved. Reload, then make it again.',
  'problem.not-opened':
    'This was not opened yet as it is now. Nothing was changed. Open it and read it, then say when you will call.',
  'problem.conflict': 'This no longer fits what is stored. Nothing was changed. Reload and look again.',
  'problem.idempotency-body-differs':
    'This Idempotency-Key was used before with other content. The first request stands, this one was not saved. Use a new key.',
  'problem.idempotency-in-progress':
    'The same request is still being worked on. It will be done once. Ask again in a moment.',
  'problem.too-large': 'This is larger than we accept. Nothing was saved. Shorten it and send again.',
  'problem.unsupported-media': 'This format is not accepted. Nothing was saved. Send it as application/json.',
  'problem.method-not-allowed':
    'This address does not take that kind of request. Nothing was changed. See the API documentation.',
  'problem.unavailable':
    'Throughline is not reachable in full just now. What was saved is safe. Try again in a few seconds.',
  'problem.internal':
    'Something went wrong on our side. What was saved is safe. Try again; if it stays, tell the operator the request id.',
  'problem.offline': 'No connection. What you typed is still here. Try again when you are back online.',

  'problem.already-cancelled': 'This is already cancelled. Nothing was changed. There is nothing more to do.',
  'problem.already-completed':
    'This is already marked completed. Nothing was changed. Cancel or correct it instead.',
  'problem.already-answered':
    'The client has answered this prompt. The answer is safe. Open the reflection to read it.',
  'problem.already-sent':
    'This prompt has gone out. What was sent is never rewritten. Cancel it to close it.',
  'problem.prompt-closed': 'This prompt has closed. Nothing was changed. The next one follows the plan.',
  'problem.already-exists': 'There is one like this already. Nothing was added. Open the one that exists.',
  'problem.not-yet-held':
    'This lies ahead, so it cannot be marked as done. Nothing was changed. Mark it afterwards.',
  'problem.no-consent': 'The client has not agreed to e-mail. Nothing goes out. Record the agreement first.',
  'problem.no-promise':
    'No call is booked and no reading day is set. Nothing goes out until somebody will read it. Book a call or set reading days.',
  'problem.sole-reader':
    'Nobody else reads for this client. Nothing was changed. Add another practitioner first.',
  'problem.setup-incomplete':
    'Some steps are still open. Nothing was changed. Finish the steps named below, then try again.',

  'problem.link-ended':
    'This link has ended. Nothing was changed. Ask for a new one; each works once and for a while.',
  'problem.suspended-already': 'This person is suspended here. Nothing was changed. Restore them instead.',
  'problem.invitation-decided':
    'This invitation was accepted or taken back. Nothing was changed. Invite them again if you like.',

  'problem.dispatch-refused-no-reader':
    'Nobody is set to read the answer. Nothing was sent. Book a call within 7 days, or give the clinic reading days.',
  'problem.dispatch-refused-empty-roster':
    'Nobody stands on one of the two safety rosters. Nothing was sent. Set the roster first, under Settings.',
  'problem.dispatch-refused-stopped':
    'The client stopped these e-mails. Nothing was sent. Only the client can start them again.',
  'problem.dispatch-refused-resting':
    'The client is resting. Nothing was sent. Prompts begin again when the rest ends.',
  'problem.delivery-known': 'What became of this e-mail is known. There is nothing to note.',
  'problem.dispatch-refused-suppressed':
    'Mail to this address comes back. Nothing was sent. Check the address with the client.',
  'problem.client-not-active':
    'This client is not active. Nothing was changed. Set the client to active first.',
  'problem.needs-opt-in':
    'Only the client can say yes here, by e-mail. Nothing was changed. Send them the e-mail that asks.',
  'problem.suppressed':
    'Mail to this address comes back. Nothing was sent. Check the address with the client.',
  'problem.no-address': 'There is no e-mail address. Nothing was sent. Add the address first.',
  'problem.no-call-booked': 'No call is booked. Nothing was changed. Choose another length, or book a call.',
  'problem.client-stopped':
    'The client stopped these e-mails. Nothing was changed. Only the client can start them again.',
  'problem.dispatch-refused-not-active':
    'This client is not active. Nothing was sent. Set the client to active first.',
  'problem.dispatch-refused-closed':
    'This prompt has closed. Nothing was sent. The next one follows the plan.',
  'problem.dispatch-refused-not-completed':
    'Its ketamine session is not marked completed. Nothing was sent. Mark it completed first.',
  'problem.dispatch-refused-in-flight':
    'This prompt is going out just now. It is sent once. Look again in a minute.',
  'problem.dispatch-refused-no-consent':
    'The client has not agreed to e-mail. Nothing was sent. Record the agreement first.',
  'problem.dispatch-refused-already-retried':
    'This prompt was sent again once already. Nothing was sent. Ask the client on the call.',

  'problem.second-factor-refused':
    'That code or passkey was not accepted. Nothing was changed. Try the newest code, or a recovery code.',
  'problem.second-factor-wrong':
    'That code or passkey was not accepted. You are still signed in and nothing was changed. Try the newest code.',
  'problem.passkey-refused':
    'The passkey was not accepted. Nothing was saved. Start again, or use an authenticator app instead.',
  'problem.last-factor':
    'This is the only second factor of your account. Nothing was changed. Add another one first.',

  'problem.last-admin':
    'A clinic needs an admin, and this is the last one. Nothing was changed. Make somebody else an admin first.',
  'problem.not-yourself':
    'This is your own account. Nothing was changed. What you can do with it stands on your own page.',
  'problem.covers-somebody':
    'This person reads for a colleague who is away then. Nothing was changed. Name somebody else to cover first.',
  'problem.on-roster':
    'This person stands on a roster. Nothing was changed. Put somebody else in their place in the settings first.',
  'problem.no-lead':
    'There is nobody to take these clients over. Nothing was changed. Name a lead on the roster, or add another practitioner first.',
  'problem.already-in-reach':
    'You read for this client already. Nothing was opened. Go to the client’s page.',

  'problem.clinic-not-ready':
    'The clinic is not set up for e-mails yet. Nothing was changed. Finish what is named below first.',
  'problem.template-archived':
    'This template is archived. Nothing was changed. Restore it first, or choose another.',
  'problem.plan-ended': 'This plan has ended. Nothing was changed. Edit the one that is live.',

  'problem.not-read': 'This reflection is new to you. Nothing was saved. Read it first, then mark it.',
  'problem.reflection-withdrawn': 'The client took this reflection back. Nothing was saved.',
  'problem.thread-archived': 'This thread is put away. Nothing was changed. Bring it back first.',
  'problem.too-late-to-undo':
    'This was set more than ten minutes ago, so it stays in the history. Nothing was changed. Set another stage instead.',
} as const;
