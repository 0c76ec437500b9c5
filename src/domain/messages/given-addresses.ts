/** Addresses as somebody gave them for one e-mail. */
import { isMailAddress } from './mail-address.ts';

/** The same one twice counts once. `bad`: the first that is none. */
export function givenAddresses(to: readonly string[]): {
  readonly to: readonly string[];
  readonly bad: string | undefined;
} {
  const given = [...new Set(to.map((one) => one.trim()))].filter((one) => one !== '');
  return { to: given, bad: given.find((one) => !isMailAddress(one)) };
}
