import { CreatePlatform20261101000100 } from './20261101000100-create-platform.js';
import { CreateClinics20261101000200 } from './20261101000200-create-clinics.js';
import { CreateClients20261101000300 } from './20261101000300-create-clients.js';
import { CreateSessions20261101000400 } from './20261101000400-create-sessions.js';
import { CreatePlansAndPrompts20261101000500 } from './20261101000500-create-plans-and-prompts.js';
import { CreateReflectionsAndSafety20261101000600 } from './20261101000600-create-reflections-and-safety.js';
import { CreateAudit20261101000700 } from './20261101000700-create-audit.js';
import { FindSignIn20261101000800 } from './20261101000800-find-sign-in.js';
import { CreateFactors20261123000100 } from './20261123000100-create-factors.js';
import { CreateStaffCare20261123000200 } from './20261123000200-create-staff-care.js';
import { CreateClinicSettings20261123000300 } from './20261123000300-create-clinic-settings.js';
import { CreateAuditSeals20261123000400 } from './20261123000400-create-audit-seals.js';
import { PurgeExpired20261123000500 } from './20261123000500-purge-expired.js';
import { WatchAuditAndSending20261123000700 } from './20261123000700-watch-audit-and-sending.js';
import { GuardSeatsAndSettings20261123000800 } from './20261123000800-guard-seats-and-settings.js';
import { EndBreakGlass20261123000900 } from './20261123000900-end-break-glass.js';
import { HideStaffingFromClients20261123001000 } from './20261123001000-hide-staffing-from-clients.js';
import { NoteAddressChanges20261123001100 } from './20261123001100-note-address-changes.js';
import { CreateLibrary20261124000100 } from './20261124000100-create-library.js';
import { LetClientsSetThePace20261124000200 } from './20261124000200-let-clients-set-the-pace.js';
import { TellOfDelivery20261124000300 } from './20261124000300-tell-of-delivery.js';
import { KeepReadingPromises20261124000400 } from './20261124000400-keep-reading-promises.js';
import { GuardLibraryAndDelivery20261124000500 } from './20261124000500-guard-library-and-delivery.js';
import { CreateMeasuresAndThreads20261125000100 } from './20261125000100-create-measures-and-threads.js';
import { KeepWhatIsMadeOfWords20261125000200 } from './20261125000200-keep-what-is-made-of-words.js';
import { WidenSafetyLane20261125000300 } from './20261125000300-widen-safety-lane.js';
import { PurgeUnlocks20261125000900 } from './20261125000900-purge-unlocks.js';
import { AnswerReachSooner20261125001000 } from './20261125001000-answer-reach-sooner.js';
import { GuardCareTeams20261123000600 } from './20261123000600-guard-care-teams.js';

/** Every migration, oldest first. Append only. */
export const MIGRATIONS = [
  CreatePlatform20261101000100,
  CreateClinics20261101000200,
  CreateClients20261101000300,
  CreateSessions20261101000400,
  CreatePlansAndPrompts20261101000500,
  CreateReflectionsAndSafety20261101000600,
  CreateAudit20261101000700,
  FindSignIn20261101000800,
  CreateFactors20261123000100,
  CreateStaffCare20261123000200,
  CreateClinicSettings20261123000300,
  CreateAuditSeals20261123000400,
  PurgeExpired20261123000500,
  GuardCareTeams20261123000600,
  WatchAuditAndSending20261123000700,
  GuardSeatsAndSettings20261123000800,
  EndBreakGlass20261123000900,
  HideStaffingFromClients20261123001000,
  NoteAddressChanges20261123001100,
  CreateLibrary20261124000100,
  LetClientsSetThePace20261124000200,
  TellOfDelivery20261124000300,
  KeepReadingPromises20261124000400,
  GuardLibraryAndDelivery20261124000500,
  CreateMeasuresAndThreads20261125000100,
  KeepWhatIsMadeOfWords20261125000200,
  WidenSafetyLane20261125000300,
  PurgeUnlocks20261125000900,
  AnswerReachSooner20261125001000,
];
