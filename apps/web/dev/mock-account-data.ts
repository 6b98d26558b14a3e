/** What the mock's account begins with. */
export const codes = [
  '7FKM-2Q9P',
  'XW3H-8TRD',
  'M4JC-6VNE',
  'P9GA-5KZL',
  'B2YS-7HQF',
  'T8DU-3MWC',
  'R6EN-9XJK',
  'H3VP-4BTA',
  'Z5QL-8CGM',
  'K7WF-2RDY',
];
export const firstFactors = () => ({
  totp: { createdAt: '2026-09-02T17:00:00Z' } as { createdAt: string } | null,
  passkeys: [
    {
      id: 'pk-1',
      name: 'Work laptop',
      createdAt: '2026-09-03T17:00:00Z',
      lastUsedAt: '2026-10-26T16:02:00Z',
    },
    { id: 'pk-2', name: 'Blue key', createdAt: '2026-10-01T17:00:00Z', lastUsedAt: null },
  ] as { id: string; name: string; createdAt: string; lastUsedAt: string | null }[],
  recoveryCodesLeft: 8,
  passkeysPossible: true,
});
export const firstSignIns = [
  { id: 'si-1', current: true, browser: 'Firefox on Linux', ip: '203.0.113.7', seen: '2026-10-27T17:05:00Z' },
  {
    id: 'si-2',
    current: false,
    browser: 'Safari on iPhone',
    ip: '203.0.113.90',
    seen: '2026-10-27T14:40:00Z',
  },
  { id: 'si-3', current: false, browser: null, ip: null, seen: '2026-10-27T06:12:00Z' },
].map(({ seen, ...rest }) => ({
  ...rest,
  clinicName: 'Fernhollow Integration',
  createdAt: '2026-10-27T15:58:00Z',
  lastSeenAt: seen,
  expiresAt: '2026-10-28T03:58:00Z',
}));

const secret = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP';
export const totp = {
  secret,
  uri: `otpauth://totp/Throughline:maren%40fernhollow.example?secret=${secret.replaceAll(' ', '')}&issuer=Throughline`,
};
export const newPasskey = {
  options: {
    challenge: 'AAAA',
    rp: { name: 'Throughline', id: 'localhost' },
    user: { id: 'AAAA', name: 'maren@fernhollow.example', displayName: 'Maren Okoye' },
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  },
};
