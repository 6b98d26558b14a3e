import { Absence } from '@app/clinics/absences/absence.entity.js';
import { Account } from '@app/clinics/accounts/account.entity.js';
import { Clinic } from '@app/clinics/clinic.entity.js';
import { CrisisContact } from '@app/clinics/settings/crisis-contact.entity.js';
import { ClinicSender } from '@app/clinics/settings/clinic-sender.entity.js';
import { Roster } from '@app/clinics/settings/roster.entity.js';
import { Invitation } from '@app/clinics/invitations/invitation.entity.js';
import { Location } from '@app/clinics/location.entity.js';
import { StaffMember } from '@app/clinics/staff/staff-member.entity.js';
import { SignIn } from '@app/clinics/sign-ins/sign-in.entity.js';
import { BreakGlassAccess } from '@app/clients/break-glass/break-glass-access.entity.js';
import { Client } from '@app/clients/client.entity.js';
import { CareTeamMember } from '@app/clients/care-team-member.entity.js';
import { Consent } from '@app/clients/consent.entity.js';
import { OwnMeasureDefinition } from '@app/measures/measure-definition.entity.js';
import { PromptTemplate } from '@app/plans/prompt-template.entity.js';
import { PromptTemplateVersion } from '@app/plans/prompt-template-version.entity.js';
import { PlanTemplate } from '@app/plans/plan-template.entity.js';
import { PlanTemplateVersion } from '@app/plans/plan-template-version.entity.js';
import { IntegrationPlan } from '@app/plans/integration-plan.entity.js';
import { PlanStep } from '@app/plans/plan-step.entity.js';
import { Series } from '@app/sessions/series.entity.js';
import { KetamineSession } from '@app/sessions/ketamine-session.entity.js';
import { Appointment } from '@app/sessions/appointment.entity.js';
import { BringList } from '@app/sessions/bring-list.entity.js';
import { ClosingNote } from '@app/sessions/closing-note.entity.js';
import { Prompt } from '@app/prompts/prompt.entity.js';
import { PromptQuestion } from '@app/prompts/prompt-question.entity.js';
import { Mailing } from '@app/prompts/mailing.entity.js';
import { Reflection } from '@app/reflections/reflection.entity.js';
import { Draft } from '@app/reflections/draft.entity.js';
import { Reading } from '@app/reflections/reading.entity.js';
import { ReflectionMark } from '@app/reflections/reflection-mark.entity.js';
import { ProcessNote } from '@app/reflections/process-note.entity.js';
import { Thread } from '@app/threads/thread.entity.js';
import { ThreadStage } from '@app/threads/thread-stage.entity.js';
import { ThreadCheck } from '@app/threads/thread-check.entity.js';
import { EarlySign } from '@app/threads/early-sign.entity.js';
import { SafetyFlag } from '@app/safety/safety-flag.entity.js';
import { SafetyNotice } from '@app/safety/safety-notice.entity.js';

/** Every entity of the house; the processes hand them to the database. */
export const ENTITIES = [
  Account,
  Clinic,
  Location,
  CrisisContact,
  Roster,
  ClinicSender,
  StaffMember,
  SignIn,
  Invitation,
  Absence,
  Client,
  CareTeamMember,
  BreakGlassAccess,
  Consent,
  OwnMeasureDefinition,
  PromptTemplate,
  PromptTemplateVersion,
  PlanTemplate,
  PlanTemplateVersion,
  IntegrationPlan,
  PlanStep,
  Series,
  KetamineSession,
  Appointment,
  BringList,
  ClosingNote,
  Prompt,
  PromptQuestion,
  Mailing,
  Reflection,
  Draft,
  Reading,
  ReflectionMark,
  ProcessNote,
  Thread,
  ThreadStage,
  ThreadCheck,
  EarlySign,
  SafetyFlag,
  SafetyNotice,
];
