/**
 * What a client agrees to before the first prompt. A wording somebody agreed to is never changed: another one is a
 * new version, with keys of its own.
 */
export const consent = {
  'consent.v1.monitored':
    'Nobody watches what you send around the clock. If you are in danger, call the emergency number. Do not wait for us.',
  'consent.v1.readers':
    'Your care team reads what you send. Each page says who they are. If it cannot wait, one more person here may read it, and your care team is told.',
  'consent.v1.mailbox':
    'Who else opens your mailbox may read these e-mails. They hold a link, and none of your own words.',
  'consent.v1.kept':
    'What you send is kept with your record, for as long as the law asks. You can skip, rest or stop at any time.',
} as const;
