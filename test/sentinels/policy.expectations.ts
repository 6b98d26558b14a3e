import type { ActorName } from './policy-world.js';

type Who = readonly ActorName[];

export interface Expectation {
  /** Who sees the rows of the client, or of the clinic. Everybody else sees none. */
  see: Who;
  /** Who may write such a row. Everybody else is refused. */
  add: Who;
  /** Who reaches any row to change it, or to remove it; looked at where it is not who sees them. */
  change?: Who;
  remove?: Who | undefined;
  /** What is changed; the clinic, to what it is, when absent. */
  changing?: string;
}

const READERS: Who = ['reads the words', 'supervises', 'covers a colleague', 'broke the glass'];
const WORDS: Who = [...READERS, 'is the client'];
const BODY: Who = ['sits in the body seat', 'covers the body seat'];
const CARE: Who = [...WORDS, ...BODY];
const DESK: Who = ['coordinates', 'coordinates from the words seat', 'administers', 'is the product'];
const CONTACT: Who = [...CARE, ...DESK];
/** Who gives seats: not who has the client in reach for a while only. */
const SEATED: Who = ['reads the words', 'supervises', 'sits in the body seat', ...DESK];
const NEXT_DOOR: Who = ['practises next door', 'administers next door', 'is the product next door'];
const CLINIC: Who = [
  ...CONTACT,
  'is off the care team',
  'is on no care team',
  'covered until yesterday',
  'covers from tomorrow',
  'was to cover',
  'broke it an hour ago',
  'broke it and closed it',
  'is another client',
];
/** Everybody of the clinic but clients whom the row does not concern. */
const NOT_ANOTHER_CLIENT = CLINIC.filter((name) => name !== 'is another client');
const NO_CLIENT = NOT_ANOTHER_CLIENT.filter((name) => name !== 'is the client');
const STAFF_CONTACT = CONTACT.filter((name) => name !== 'is the client');
const LIBRARIANS = NO_CLIENT.filter(
  (name) => !['coordinates', 'coordinates from the words seat', 'is the product'].includes(name),
);
const OFFICE: Who = ['administers', 'is the product'];
const ANY_OFFICE: Who = [...OFFICE, 'administers next door', 'is the product next door'];
/** Who takes seats away, of any client of theirs. */
const RESEATING: Who = ['reads the words', 'is off the care team', ...OFFICE, ...NEXT_DOOR];
const BROKE_THE_GLASS: Who = ['broke the glass', 'broke it an hour ago', 'broke it and closed it'];

const contact = { see: CONTACT, add: CONTACT };
const words = { see: WORDS, add: [...WORDS, 'is the product'] } as const;
const settings = { see: CLINIC, add: OFFICE, change: ANY_OFFICE, remove: ANY_OFFICE };
/** What one practitioner made, theirs alone to change: in each world somebody made some. */
const AUTHORS: Who = ['reads the words', 'is off the care team', 'practises next door'];
const mine = { add: ['reads the words'], change: AUTHORS, remove: AUTHORS } as const;
const library = {
  see: NO_CLIENT,
  add: LIBRARIANS,
  change: [...LIBRARIANS, 'practises next door', 'administers next door'],
} as const;

/** Every table of a clinic. One that is missing here turns the test red. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  absences: {
    see: NOT_ANOTHER_CLIENT,
    // The sample is who reads the words away.
    add: ['reads the words', 'coordinates from the words seat', ...OFFICE],
    change: [
      'reads the words',
      'sits in the body seat',
      'coordinates from the words seat',
      ...OFFICE,
      ...NEXT_DOOR,
    ],
  },
  appointments: contact,
  audit_events: { see: OFFICE, add: CLINIC },
  audit_seals: { see: OFFICE, add: ['is the product'] },
  audit_unsealed: { see: OFFICE, add: CLINIC, remove: ['is the product', 'is the product next door'] },
  break_glass_accesses: {
    see: [...CARE, ...BROKE_THE_GLASS, ...OFFICE],
    add: ['broke the glass'],
    // Whose it is, and the office; what has ended has ended.
    changing: 'ended_at = app_now()',
    change: ['broke the glass', 'broke it an hour ago', ...ANY_OFFICE],
    remove: [],
  },
  bring_lists: { ...mine, see: ['reads the words'] },
  care_team_members: { see: CONTACT, add: SEATED, change: RESEATING, remove: RESEATING },
  client_keys: { see: [...WORDS, 'is the product'], add: CONTACT },
  // A practitioner adds a client first and joins its care team in the next statement.
  clients: { see: CONTACT, add: CLINIC },
  clinic_keys: { see: CLINIC, add: ['is the product'] },
  clinic_senders: { ...settings, see: NO_CLIENT, remove: undefined },
  clinics: { ...settings, remove: undefined },
  closing_notes: { see: READERS, add: [...READERS, 'is the product'] },
  // The sample is a yes by link.
  consents: { see: CONTACT, add: ['is the client'] },
  crisis_contacts: settings,
  delivery_events: { see: STAFF_CONTACT, add: STAFF_CONTACT },
  drafts: { see: ['is the client'], add: ['is the client'] },
  early_signs: { see: [...WORDS, 'is the product'], add: ['reads the words'] },
  idempotency_keys: { see: NO_CLIENT, add: NO_CLIENT },
  integration_plans: contact,
  invitations: { see: OFFICE, add: OFFICE },
  ketamine_sessions: contact,
  locations: { ...settings, remove: undefined },
  mailings: contact,
  // The sample was defined by who administers.
  measure_definitions: { see: CLINIC, add: ['administers'], change: ANY_OFFICE },
  measure_results: {
    see: [...CARE, 'is the product'],
    add: [...CARE, 'is the product'],
    // Whoever takes back what they sent.
    remove: ['is the client', 'is another client', 'is a client next door'],
  },
  plan_steps: contact,
  // The sample is published by who reads the words.
  plan_template_versions: { see: NO_CLIENT, add: ['reads the words'] },
  plan_templates: library,
  process_notes: { ...mine, see: ['reads the words'] },
  prompt_questions: words,
  // What is asked is read as well where a client changes their pace.
  prompt_template_versions: { see: CLINIC, add: ['reads the words'] },
  prompt_templates: library,
  prompts: contact,
  readings: words,
  reflection_marks: { ...mine, see: READERS, remove: undefined },
  // The client's alone to say.
  reflection_wishes: {
    see: WORDS,
    add: ['is the client'],
    change: ['is the client', 'is another client', 'is a client next door'],
  },
  reflections: words,
  reply_unlocks: { see: ['is the client'], add: ['is the client'] },
  rosters: { ...settings, see: NO_CLIENT },
  // A client's own act raises a flag, and says so.
  safety_events: { see: NO_CLIENT, add: CLINIC },
  // Whoever is on the roster of its lane sees it too, on no care team, and may say what comes of it.
  safety_flags: { see: [...CONTACT, 'is on no care team'], add: [...CONTACT, 'is on no care team'] },
  safety_notices: contact,
  // The sample was made by who reads the words. Whoever is on the roster reads it while a flag is open: a responder
  // who coordinates as well, a lead who administers.
  safety_plans: {
    see: [...CARE, 'is the product', 'is on no care team', 'administers', 'coordinates from the words seat'],
    add: ['reads the words'],
  },
  safety_webhooks: { see: OFFICE, add: OFFICE, change: ANY_OFFICE, remove: ANY_OFFICE },
  series: contact,
  // Others may do one thing with their own row: leave.
  staff_members: { ...settings, remove: undefined },
  // The sample was written down on a call.
  thread_checks: { ...mine, see: WORDS },
  thread_stages: { ...mine, see: WORDS, remove: undefined },
  // The sample is shared, and made by who reads the words.
  threads: { see: [...WORDS, 'is the product'], add: ['reads the words'] },
  // Put away, and read by nobody.
  withdrawn_bodies: { see: [], add: ['is the client'] },
};
