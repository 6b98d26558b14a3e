import { hashedPassword, passwordFits } from './password.js';

describe('a password', () => {
  const password = 'a calm morning by the fern';
  let kept: string;
  beforeAll(async () => {
    kept = await hashedPassword(password);
  });

  it('is kept as argon2id with 19 MiB, two passes, one lane', () => {
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(kept).not.toContain(password);
  });

  it('fits itself and nothing else', async () => {
    expect(await passwordFits(kept, password)).toBe(true);
    expect(await passwordFits(kept, `${password} `)).toBe(false);
    expect(await passwordFits(null, password)).toBe(false);
  });

  it('takes as long to refuse where no account is', async () => {
    await passwordFits(null, password);
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      known.push(await msOf(() => passwordFits(kept, 'wrong')));
      unknown.push(await msOf(() => passwordFits(null, 'wrong')));
    }
    // The quickest of each: a busy machine only adds. Without the same work it takes next to nothing.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });
});

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
