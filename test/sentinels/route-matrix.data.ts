import { type Colleague, COLLEAGUES } from './caller-world.js';

/** Who is let through at one operation. Everybody else of the clinic is told that it does not exist. */
export interface Route {
  /** Colleagues who are let through, as they stand to the client whose things are named. */
  lets: readonly Colleague[];
  /** Also, or only, lets through who has given the password alone; or everybody, signed in or not. */
  open?: 'everybody' | 'after the password' | 'after the password alone';
  /** Also lets through who has given the password and has no second factor yet. */
  newcomers?: true;
  /** Asks for a second factor of the last five minutes. */
  stepUp?: true;
  /** Uses its caller up (signs out, leaves, changes what they sign in with): each call has a new one. */
  spends?: true;
  /** Uses the thing up: each call has new ones. */
  consumes?: true;
  /** Meant for clients out of one's reach, or for what is nobody's client: care teams do not matter. */
  beyondCareTeams?: true;
}

const STAFF = COLLEAGUES;
/** Who has any client in reach, with a seat or without one. */
const CONTACT: readonly Colleague[] = [
  'reader',
  'supervisor',
  'body',
  'covers',
  'brokeGlass',
  'coordinator',
  'admin',
];
/** Who may change a client's course without reading words. */
const DESK = CONTACT.filter((who) => who !== 'admin');
/** Practitioners with the client in reach. */
const TEAM = DESK.filter((who) => who !== 'coordinator');
/** Who reads what the client wrote: never the body seat, a coordinator or an admin. */
const WORDS = TEAM.filter((who) => who !== 'body');
const PRACTITIONERS: readonly Colleague[] = [...TEAM, 'off'];
const ADMIN: readonly Colleague[] = ['admin'];

const everybody: Route = { lets: STAFF, open: 'everybody', beyondCareTeams: true };
const half: Route = { lets: [], open: 'after the password alone', beyondCareTeams: true };
const own: Route = { lets: STAFF, beyondCareTeams: true };
const enrolment: Route = { ...own, stepUp: true, newcomers: true };
const office: Route = { lets: ADMIN, beyondCareTeams: true };
const library: Route = { lets: [...PRACTITIONERS, 'admin'], beyondCareTeams: true };
const guarded: Route = { ...office, stepUp: true };

/** Every operation of the API. One that is missing here turns the test red. */
export const ROUTES: Readonly<Record<string, Route>> = {
  // Signing in, and what is one's own.
  'post /api/sign-ins': everybody,
  'delete /api/sign-ins/current': { ...own, spends: true },
  'post /api/sign-ins/current/second-factor': half,
  'post /api/sign-ins/current/passkey-challenge': { ...own, open: 'after the password' },
  'post /api/sign-ins/current/passkey': half,
  'post /api/sign-ins/current/step-up': own,
  'post /api/sign-ins/current/clinic': { ...own, spends: true },
  'get /api/me': own,
  'patch /api/me': own,
  'get /api/me/factors': own,
  'post /api/me/totp': enrolment,
  'post /api/me/totp/confirmation': enrolment,
  'delete /api/me/totp': { ...own, stepUp: true, spends: true },
  'post /api/me/passkeys/challenge': enrolment,
  'post /api/me/passkeys': enrolment,
  'delete /api/me/passkeys/{id}': { lets: ['reader'], stepUp: true, beyondCareTeams: true },
  'post /api/me/recovery-codes': { ...own, stepUp: true, spends: true },
  'get /api/me/sign-ins': own,
  'delete /api/me/sign-ins': { ...own, spends: true },
  'delete /api/me/sign-ins/{id}': { lets: ['reader'], beyondCareTeams: true },
  'put /api/me/password': { ...own, stepUp: true, spends: true },
  'post /api/me/leaving': { ...own, stepUp: true, spends: true },

  // Without a sign-in.
  'get /api/service': everybody,
  'post /api/password-resets': everybody,
  'post /api/password-resets/redemption': everybody,
  'post /api/invitations/opening': everybody,
  'post /api/invitations/acceptance': everybody,
  'post /api/clinic-starts': everybody,
  'post /api/clinic-starts/opening': everybody,
  'post /api/clinic-starts/acceptance': everybody,
  'post /api/clinics': { ...own, stepUp: true },

  // The staff.
  'get /api/staff': own,
  'get /api/staff-members': office,
  'patch /api/staff-members/{id}': guarded,
  'post /api/staff-members/{id}/suspension': guarded,
  'post /api/staff-members/{id}/restoration': guarded,
  'post /api/staff-members/{id}/password-reset': guarded,
  'post /api/staff-members/{id}/second-factor-reset': guarded,
  'get /api/invitations': office,
  'post /api/invitations': guarded,
  'post /api/invitations/{id}/resending': guarded,
  'post /api/invitations/{id}/revocation': guarded,
  'get /api/absences': own,
  // The body names the reader: nobody but an admin says that a colleague is away.
  'post /api/absences': { lets: ['reader', 'admin'], stepUp: true, beyondCareTeams: true },
  'post /api/absences/{id}/ending': { lets: ['reader', 'admin'], beyondCareTeams: true },

  // Who reads for whom.
  'put /api/clients/{id}/care-team/{staffMemberId}': { lets: ['reader', 'admin'], stepUp: true },
  'delete /api/clients/{id}/care-team/{staffMemberId}': {
    lets: ['reader', 'admin'],
    stepUp: true,
    consumes: true,
  },
  'post /api/break-glass/search': { lets: PRACTITIONERS, stepUp: true, beyondCareTeams: true },
  'post /api/clients/{id}/break-glass': {
    lets: PRACTITIONERS,
    stepUp: true,
    spends: true,
    beyondCareTeams: true,
  },
  'get /api/break-glass': { lets: [...PRACTITIONERS, 'admin'], beyondCareTeams: true },
  'post /api/break-glass/{id}/ending': { lets: ['reader'], beyondCareTeams: true },

  // The clinic.
  'get /api/clinic': own,
  'patch /api/clinic': office,
  'get /api/clinic/setup': office,
  'post /api/clinic/setup/finishing': office,
  'get /api/locations': own,
  'post /api/locations': office,
  'patch /api/locations/{id}': office,
  'get /api/crisis-contacts': own,
  'put /api/crisis-contacts/{kind}': office,
  'delete /api/crisis-contacts/{kind}': office,
  'get /api/clinic/sender': own,
  'put /api/clinic/sender': office,
  'post /api/clinic/sender/verification': office,
  'post /api/clinic/test-mail': { lets: [...PRACTITIONERS, 'admin'], beyondCareTeams: true },
  'post /api/clinic-senders/confirmation': everybody,
  'get /api/clinic/pattern-thresholds': office,
  'put /api/clinic/pattern-thresholds': office,
  'get /api/clinic/safety-phrases': library,
  'get /api/clinic/safety-webhook': office,
  'put /api/clinic/safety-webhook': guarded,
  'post /api/clinic/safety-webhook/test': guarded,
  'delete /api/clinic/safety-webhook': guarded,
  // Before anybody stands on a roster: practitioners who do read it too.
  'get /api/safety-log': office,
  'get /api/safety-log.csv': guarded,
  'get /api/rosters': own,
  'put /api/rosters/{kind}': office,

  // The library.
  'get /api/prompt-templates': library,
  'post /api/prompt-templates': library,
  'get /api/prompt-templates/{template}': library,
  'post /api/prompt-templates/{id}/versions': library,
  'post /api/prompt-templates/{id}/archiving': library,
  'post /api/prompt-templates/{id}/restoration': library,
  'get /api/measures': library,
  'post /api/measures': office,
  'post /api/measures/{code}/archiving': office,
  'post /api/prompt-previews': library,
  'get /api/plan-templates': library,
  'post /api/plan-templates': library,
  'get /api/plan-templates/{template}': library,
  'post /api/plan-templates/{id}/versions': library,
  'post /api/plan-templates/{id}/archiving': library,
  'post /api/plan-templates/{id}/restoration': library,

  // The audit log.
  'get /api/audit-events': office,
  'get /api/audit-events/csv': guarded,
  'get /api/audit-events/seals': office,

  // Clients: contact for the care team, coordinators and admins; changes not for admins.
  'get /api/clients': own,
  'post /api/clients': { lets: [...PRACTITIONERS, 'coordinator'] },
  'get /api/clients/{id}': { lets: CONTACT },
  // The body names another address: links go there, long after an access by break-glass has ended.
  'patch /api/clients/{id}': { lets: DESK.filter((who) => who !== 'brokeGlass') },
  'post /api/clients/{id}/passphrase-reset': { lets: DESK, stepUp: true },
  'get /api/clients/{id}/ketamine-sessions': { lets: CONTACT },
  'post /api/clients/{id}/ketamine-sessions': { lets: DESK },
  'patch /api/ketamine-sessions/{id}': { lets: DESK },
  'post /api/ketamine-sessions/{id}/completion': { lets: DESK },
  'post /api/ketamine-sessions/{id}/cancellation': { lets: DESK },
  'get /api/clients/{id}/series': { lets: CONTACT },
  'post /api/clients/{id}/series': { lets: DESK },
  'post /api/clients/{id}/rest': { lets: DESK },
  'delete /api/clients/{id}/rest': { lets: DESK },
  'post /api/clients/{id}/opt-in': { lets: DESK },
  'get /api/clients/{id}/appointments': { lets: CONTACT },
  'post /api/clients/{id}/appointments': { lets: DESK },
  'patch /api/appointments/{id}': { lets: DESK },
  'post /api/appointments/{id}/cancellation': { lets: DESK },
  'get /api/clients/{id}/plans': { lets: CONTACT },
  'post /api/clients/{id}/plans': { lets: TEAM },
  'post /api/clients/{id}/plan-preview': { lets: TEAM },
  'put /api/plans/{id}/steps': { lets: TEAM },
  'get /api/clients/{id}/safety-plans': { lets: TEAM },
  'post /api/clients/{id}/safety-plans': { lets: TEAM },
  'post /api/prompts/{id}/moving': { lets: TEAM },
  'get /api/clients/{id}/prompts': { lets: CONTACT },
  'post /api/prompts/{id}/dispatch': { lets: TEAM },
  'post /api/prompts/{id}/hold': { lets: TEAM },
  'delete /api/prompts/{id}/hold': { lets: TEAM },
  'post /api/prompts/{id}/cancellation': { lets: TEAM },
  'post /api/prompts/{id}/delivery-confirmation': { lets: DESK },
  'get /api/clients/{id}/mailings': { lets: CONTACT },
  'post /api/clients/{id}/suppression-lifting': { lets: DESK },
  'post /api/delivery-events/{id}/settling': { lets: DESK },
  'get /api/today': own,
  'get /api/briefs/today': { lets: PRACTITIONERS, beyondCareTeams: true },
  'get /api/safety-flags': own,
  'get /api/safety-flags/{id}': { lets: CONTACT },
  'get /api/safety-flags/{id}/safety-plan': { lets: TEAM },
  'post /api/safety-flags/{id}/acknowledgement': { lets: DESK },

  // Words.
  'put /api/appointments/{id}/closing-note': { lets: WORDS },
  // In the body seat flags and measures alone.
  'get /api/appointments/{id}/brief': { lets: TEAM },
  'get /api/appointments/{id}/chart-note': { lets: WORDS },
  'get /api/clients/{id}/reflections': { lets: WORDS },
  'post /api/reflections/{id}/reading': { lets: WORDS },
  'delete /api/reflections/{id}/reading': { lets: WORDS },
  'put /api/reflections/{id}/marks': { lets: WORDS },
  'get /api/reflections': { lets: PRACTITIONERS, beyondCareTeams: true },
  'post /api/reflections/search': { lets: WORDS },
  'get /api/clients/{id}/process-notes': { lets: WORDS },
  'post /api/clients/{id}/process-notes': { lets: WORDS },
  // Nobody's but their author's.
  'put /api/process-notes/{id}': { lets: ['reader'] },
  'delete /api/process-notes/{id}': { lets: ['reader'], consumes: true },
  'put /api/appointments/{id}/bring-list': { lets: WORDS },
  'get /api/clients/{id}/threads': { lets: WORDS },
  'post /api/clients/{id}/threads': { lets: WORDS },
  'get /api/clients/{id}/thread-suggestions': { lets: WORDS },
  'patch /api/threads/{id}': { lets: WORDS },
  'post /api/threads/{id}/archiving': { lets: WORDS },
  'post /api/threads/{id}/restoration': { lets: WORDS },
  'post /api/threads/{id}/stages': { lets: WORDS },
  // Whoever set it.
  'delete /api/threads/{id}/stages/{stageId}': { lets: ['reader'] },
  'post /api/threads/{id}/checks': { lets: WORDS },
  'get /api/clients/{id}/early-signs': { lets: WORDS },
  'post /api/clients/{id}/early-signs': { lets: WORDS },
  'post /api/early-signs/{id}/retirement': { lets: WORDS },
  'get /api/clients/{id}/check-ins': { lets: WORDS },
  'get /api/clients/{id}/pattern-notes': { lets: WORDS },
  // Measures are for the body seat too.
  'get /api/clients/{id}/measures': { lets: TEAM },
  'post /api/safety-flags/{id}/closing': { lets: WORDS },
};

/** Ids in a body that nothing looks up: the steps of a template are made anew in each plan. */
export const LOOKED_UP_BY_NOBODY: Readonly<Record<string, readonly string[]>> = {
  'post /api/plan-templates': ['steps.stepId'],
  'post /api/plan-templates/{id}/versions': ['steps.stepId'],
};
