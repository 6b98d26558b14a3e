/** Words of care that the console, the brief and the clients' pages share. */
export const care = {
  'role.admin': 'Admin',
  'role.practitioner': 'Practitioner',
  'role.coordinator': 'Coordinator',

  'seat.words': 'Reads reflections',
  'seat.body': 'Safety checks and measures only',
  'seat.supervisor': 'Supervisor, reads reflections',

  'clientStatus.active': 'Active',
  'clientStatus.on_hold': 'On hold',
  'clientStatus.transferred': 'Transferred',
  'clientStatus.discharged': 'Discharged',
  'clientStatus.died': 'Died',

  'route.iv': 'IV',
  'route.im': 'IM',
  'route.sc': 'SC',
  'route.sublingual': 'Sublingual',
  'route.intranasal': 'Intranasal',
  'place.clinic': 'In clinic',
  'place.home': 'At home',

  'sessionStatus.planned': 'Planned',
  'sessionStatus.completed': 'Completed',
  'sessionStatus.cancelled': 'Cancelled',
  'sessionStatus.no_show': 'No-show',

  'appointmentStatus.booked': 'Booked',
  'appointmentStatus.cancelled': 'Cancelled',

  'promptStatus.scheduled': 'Scheduled',
  'promptStatus.sent': 'Sent',
  'promptStatus.answered': 'Answered',
  'promptStatus.skipped': 'Skipped',
  'promptStatus.expired': 'Closed unanswered',
  'promptStatus.missed': 'Not sent, too late',
  'promptStatus.cancelled': 'Cancelled by staff',
  'promptStatus.withdrawn': 'Withdrawn by the schedule',
  'promptStatus.rested': 'Resting',
  'promptStatus.superseded': 'Gave way to another',
  'promptStatus.suppressed': 'Address not reachable',
  promptHeld: 'On hold',

  'mailingKind.first': 'First e-mail',
  'mailingKind.nudge': 'Nudge',
  'mailingKind.snoozed': 'Snoozed',
  'mailingKind.fresh_link': 'Fresh link',
  'mailingStatus.scheduled': 'Scheduled',
  'mailingStatus.sending': 'Sending',
  'mailingStatus.sent': 'Sent',
  'mailingStatus.unknown': 'May or may not have gone out',
  'mailingStatus.failed': 'Failed',

  'pace.gentle': 'Gentle',
  'pace.steady': 'Steady',
  'pace.often': 'More often',

  'session.daysAfter':
    '{days, plural, =0 {Day of the ketamine session} one {Day # after the ketamine session} other {Day # after the ketamine session}}',
  'session.numbered': 'Ketamine session {number, number} of {total, number}',
} as const;
