export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

export type PasswordLength = 'none' | 'short' | 'long' | 'enough';

/** Length is the only rule the page checks by itself; the server also knows the common ones. */
export function passwordLength(password: string): { length: number; is: PasswordLength } {
  const length = [...password].length;
  if (length === 0) return { length, is: 'none' };
  if (length < PASSWORD_MIN) return { length, is: 'short' };
  return { length, is: length > PASSWORD_MAX ? 'long' : 'enough' };
}
