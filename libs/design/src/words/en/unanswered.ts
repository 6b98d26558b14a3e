/** Why nothing came back for a prompt, for staff. Silence is not failure. */
export const unanswered = {
  'unanswered.undelivered': 'The mail server refused it. It did not arrive.',
  'unanswered.bounced': 'It came back. It did not arrive.',
  'unanswered.unknown': 'Nobody knows whether it arrived.',
  'unanswered.open': 'Still open.',
  'unanswered.skipped': 'Skipped by the client.',
  'unanswered.expired': 'Closed without an answer.',
  'unanswered.missed': 'Not sent: its time had passed.',
  'unanswered.rested': 'Not sent: the client was resting.',
  'unanswered.suppressed': 'Not sent: mail to this address comes back.',
} as const;
