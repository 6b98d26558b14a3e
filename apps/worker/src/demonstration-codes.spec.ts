import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { demonstrationCodes } from './demonstration-codes.js';

const SECRET = 'MARENOKOYEFERNANDHARROWDEMONSTRA';
const NOW = Temporal.Instant.from('2026-11-23T08:00:10Z');

describe('the codes of the demonstration', () => {
  let folder: string;
  const was = process.env.NODE_ENV;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-codes-'));
  });
  afterEach(() => {
    process.env.NODE_ENV = was;
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (...signIns: object[]) =>
    writeFileSync(join(folder, 'demo.json'), JSON.stringify({ signIns }));
  const maren = { name: 'Maren Okoye', email: 'maren@fernhollow.example', totpSecret: SECRET };

  it('are those of each account now, once for somebody who works in two clinics', async () => {
    write({ ...maren, clinic: 'Fernhollow' }, { ...maren, clinic: 'Harrow Lane' });
    const { name, email } = maren;
    expect(await demonstrationCodes(folder, NOW)).toEqual([{ name, email, code: totpCode(SECRET, NOW) }]);
  });

  it('are none without a demonstration, and none for what an older version wrote', async () => {
    expect(await demonstrationCodes(folder, NOW)).toEqual([]);
    write({ name: 'Maren Okoye', email: 'maren@fernhollow.example' });
    expect(await demonstrationCodes(folder, NOW)).toEqual([]);
  });

  it('are none in production', async () => {
    write(maren);
    process.env.NODE_ENV = 'production';
    expect(await demonstrationCodes(folder, NOW)).toEqual([]);
  });
});
