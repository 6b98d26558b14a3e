import { PASSPHRASE_LENGTH, passphraseTrouble, preparedPassphrase } from '@app/clients/passphrase.rules.js';
import type { SetPassphrasePageProps } from './pace-props.js';

/** Reads the two fields. They are the same when they would be compared as the same. */
export function passphraseOf(
  plain: string,
  again: string,
): { plain: string; problem: SetPassphrasePageProps['problem'] } {
  const trouble = passphraseTrouble(plain);
  if (trouble === 'too-short') return { plain, problem: { code: 'passShort', min: PASSPHRASE_LENGTH.min } };
  if (trouble === 'too-long') return { plain, problem: { code: 'passLong', max: PASSPHRASE_LENGTH.max } };
  if (preparedPassphrase(plain) !== preparedPassphrase(again))
    return { plain, problem: { code: 'passDiffer' } };
  return { plain, problem: null };
}
