/** Where a person in a country can turn at any hour. */
export interface HelpLines {
  country: string;
  crisis: {
    /** What the line calls itself in an invitation, e.g. "Call or text 988"; null: "Call {number}". */
    label: string | null;
    number: string;
    /** When and for whom, in a few words. */
    note: string;
  };
  emergencyNumber: string;
  /** Calendar date somebody last checked these against the line's own publication. */
  verifiedOn: string;
}

const HELP_LINES: readonly HelpLines[] = [
  {
    country: 'US',
    crisis: { label: 'Call or text 988', number: '988', note: 'Free, any hour, any reason. US.' },
    emergencyNumber: '911',
    verifiedOn: '2026-11-01',
  },
  {
    country: 'CA',
    crisis: { label: 'Call or text 988', number: '988', note: 'Free, any hour, any reason. Canada.' },
    emergencyNumber: '911',
    verifiedOn: '2026-11-01',
  },
  {
    country: 'GB',
    crisis: { label: 'Call Samaritans, 116 123', number: '116 123', note: 'Free, any hour, any reason. UK.' },
    emergencyNumber: '999',
    verifiedOn: '2026-11-01',
  },
  {
    country: 'IE',
    crisis: {
      label: 'Call Samaritans, 116 123',
      number: '116 123',
      note: 'Free, any hour, any reason. Ireland.',
    },
    emergencyNumber: '112',
    verifiedOn: '2026-11-01',
  },
  {
    country: 'AU',
    crisis: {
      label: 'Call Lifeline, 13 11 14',
      number: '13 11 14',
      note: 'Any hour, any reason. Australia.',
    },
    emergencyNumber: '000',
    verifiedOn: '2026-11-01',
  },
  {
    country: 'NZ',
    crisis: {
      label: 'Call or text 1737',
      number: '1737',
      note: 'Free, any hour, any reason. Aotearoa New Zealand.',
    },
    emergencyNumber: '111',
    verifiedOn: '2026-11-01',
  },
];

/** The lines of a country; null for one we hold none of. Somebody in need is then shown all of them, by country. */
export function knownHelpLinesFor(country: string): HelpLines | null {
  return HELP_LINES.find((lines) => lines.country === country) ?? null;
}

/** Every line we hold, one entry a country. */
export function allHelpLines(): readonly HelpLines[] {
  return HELP_LINES;
}
