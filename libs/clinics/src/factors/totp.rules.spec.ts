import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { grouped, isTotpSecret, stepOfCode, totpCode, totpUri } from './totp.rules.js';

/** RFC 6238, appendix B: the ASCII text 12345678901234567890; of its eight digits the last six are ours. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('a code of an authenticator app', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('is that of RFC 6238 at second %d', (seconds, eightDigits) => {
    const code = eightDigits.slice(2);
    expect(totpCode(SECRET, at(seconds))).toBe(code);
    expect(stepOfCode(SECRET, code, at(seconds), null)).toBe(Math.floor(seconds / 30));
  });

  it('is taken from one step before to one step after, and no further', () => {
    const now = at(1_800_000_000);
    const taken = [-3, -2, -1, 0, 1, 2, 3].filter(
      (steps) =>
        stepOfCode(SECRET, totpCode(SECRET, at(1_800_000_000 + steps * 30)), now, null) !== undefined,
    );
    expect(taken).toEqual([-1, 0, 1]);
  });

  it('is taken once, and nothing older after it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        (seconds, codeSteps, usedSteps) => {
          const own = Math.floor(seconds / 30);
          const code = totpCode(SECRET, at((own + codeSteps) * 30));
          const found = stepOfCode(SECRET, code, at(seconds), own + usedSteps);
          const expected = Math.abs(codeSteps) <= 1 && codeSteps > usedSteps;
          expect(found).toBe(expected ? own + codeSteps : undefined);
        },
      ),
    );
  });

  it.each(['', '12345', '1234567', '12345a', '１２３４５６', '-12345', '1e5000'])('is never %j', (code) => {
    expect(stepOfCode(SECRET, code, at(1_800_000_000), null)).toBeUndefined();
  });

  it('may be typed with a space', () => {
    expect(stepOfCode(SECRET, ' 287 082 ', at(59), null)).toBe(1);
  });

  it('belongs to its secret alone', () => {
    const other = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    expect(stepOfCode(other, totpCode(SECRET, at(59)), at(59), null)).toBeUndefined();
  });
});

describe('a secret', () => {
  it('is 160 bits in base32', () => {
    expect(isTotpSecret(SECRET)).toBe(true);
    for (const text of ['', SECRET.slice(1), `${SECRET}A`, SECRET.toLowerCase(), SECRET.replace('G', '1')]) {
      expect(isTotpSecret(text)).toBe(false);
    }
  });

  it('is handed over as a QR code and as groups of four', () => {
    expect(totpUri(SECRET, 'maren@fernhollow.example')).toBe(
      `otpauth://totp/Throughline:maren%40fernhollow.example?secret=${SECRET}&issuer=Throughline`,
    );
    expect(grouped(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  });
});
