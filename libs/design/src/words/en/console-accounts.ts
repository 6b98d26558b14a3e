/** The places of the clinic in the rail, and what every screen says about confirming and copying. */
export const consoleAccounts = {
  'nav.safety': 'Safety',
  'nav.staff': 'Staff and roles',
  'nav.settings': 'Settings',
  'nav.audit': 'Audit log',
  'nav.setUp': 'Finish setting up',
  'nav.clinicGroup': 'Clinic',
  'nav.prepareGroup': 'Prepare',
  'nav.library': 'Prompt library',
  'nav.planTemplates': 'Plan templates',
  'nav.clinicInUse': 'Clinic in use',

  'failure.notConfirmed': 'You did not confirm that it is you.',
  'failure.notConfirmedNext':
    'Nothing was changed, and what you typed is still here. Try again when you are ready.',

  'act.copied': 'Copied.',
  'act.notCopied': 'This could not be copied. Select it and copy it by hand.',

  'switch.to': 'Work in {clinic}',
} as const;
