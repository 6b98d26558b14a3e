import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { AbsencesService } from './absences/absences.service.js';
import { AccountsService } from './accounts/accounts.service.js';
import { AccountMailsService } from './account-mails/account-mails.service.js';
import { ExpiredAccountRows } from './accounts/expired-account-rows.service.js';
import { OwnWords } from './accounts/own-words.service.js';
import { ClinicsService } from './clinics.service.js';
import { EnrolmentService } from './factors/enrolment.service.js';
import { FactorResets } from './factors/factor-resets.service.js';
import { FactorsService } from './factors/factors.service.js';
import { OperatorFactorResets } from './factors/operator-factor-resets.service.js';
import { PasskeyChallenges } from './factors/passkey-challenges.js';
import { PasskeyRows } from './factors/passkey-rows.js';
import { PasskeysService } from './factors/passkeys.service.js';
import { RecoveryCodesService } from './factors/recovery-codes.service.js';
import { RelyingParty } from './factors/relying-party.js';
import { TotpFactorsService } from './factors/totp-factors.service.js';
import { ClinicFounding } from './founding/clinic-founding.service.js';
import { ClinicStartsService } from './founding/clinic-starts.service.js';
import { FurtherClinics } from './founding/further-clinics.service.js';
import { InvitationAcceptance } from './invitations/invitation-acceptance.service.js';
import { InvitationMails } from './invitations/invitation-mails.service.js';
import { InvitationRows } from './invitations/invitation-rows.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { PasswordRedemption } from './password-resets/password-redemption.service.js';
import { PasswordResetsService } from './password-resets/password-resets.service.js';
import { AccountEvents } from './sign-ins/account-events.service.js';
import { MembershipsService } from './sign-ins/memberships.service.js';
import { MySignInsService } from './sign-ins/my-sign-ins.service.js';
import { PasswordChangeService } from './sign-ins/password-change.service.js';
import { PasswordSignInService } from './sign-ins/password-sign-in.service.js';
import { SecondFactorService } from './sign-ins/second-factor.service.js';
import { SignInThrottle } from './sign-ins/sign-in-throttle.service.js';
import { SignInsService } from './sign-ins/sign-ins.service.js';
import { StaffFactorResetsService } from './staff/staff-factor-resets.service.js';
import { StaffJoining } from './staff/staff-joining.service.js';
import { StaffMembersService } from './staff/staff-members.service.js';
import { StaffPasswordResetsService } from './staff/staff-password-resets.service.js';
import { StaffService } from './staff/staff.service.js';
import { AccountTokens } from './tokens/account-tokens.service.js';

@Module({
  imports: [AuditModule],
  providers: [
    AbsencesService,
    AccountEvents,
    AccountMailsService,
    AccountsService,
    ClinicsService,
    EnrolmentService,
    FactorResets,
    FactorsService,
    MembershipsService,
    MySignInsService,
    OperatorFactorResets,
    PasskeyChallenges,
    PasskeyRows,
    PasskeysService,
    PasswordChangeService,
    PasswordSignInService,
    RecoveryCodesService,
    RelyingParty,
    SecondFactorService,
    TotpFactorsService,
    SignInThrottle,
    SignInsService,
    StaffMembersService,
    StaffPasswordResetsService,
    StaffService,
    AccountTokens,
    ClinicFounding,
    ClinicStartsService,
    ExpiredAccountRows,
    FurtherClinics,
    InvitationAcceptance,
    InvitationMails,
    InvitationRows,
    InvitationsService,
    OwnWords,
    PasswordRedemption,
    PasswordResetsService,
    StaffFactorResetsService,
    StaffJoining,
  ],
  exports: [
    AbsencesService,
    AccountMailsService,
    AccountsService,
    ClinicsService,
    EnrolmentService,
    FactorsService,
    MembershipsService,
    MySignInsService,
    PasskeysService,
    PasswordChangeService,
    PasswordSignInService,
    RecoveryCodesService,
    SecondFactorService,
    TotpFactorsService,
    SignInThrottle,
    SignInsService,
    StaffMembersService,
    StaffPasswordResetsService,
    StaffService,
    AccountTokens,
    ClinicStartsService,
    ExpiredAccountRows,
    FurtherClinics,
    InvitationAcceptance,
    InvitationsService,
    OperatorFactorResets,
    PasswordRedemption,
    PasswordResetsService,
    StaffFactorResetsService,
  ],
})
export class ClinicsModule {}
