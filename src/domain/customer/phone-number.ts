/**
 * What may be kept as a phone number: asked while typing and again on the server. Files are read more kindly
 * (`import-records/plan.ts`): what another program kept stays readable, and is not asked about until somebody changes it.
 */

/** A number without area code has seven digits, the longest of the world fifteen (ITU E.164). */
export const FEWEST_PHONE_DIGITS = 7;
export const MOST_PHONE_DIGITS = 15;

export type PhoneFault =
  | { readonly code: 'no_digits' | 'not_a_number' }
  | { readonly code: 'too_few' | 'too_many'; readonly digits: number };

/** `x12`, `ext. 12`, `extension 12`, `#12` after the number. */
const EXTENSION = /[\s,;]*(?:x|ext\.?|extn\.?|extension|#)[\s.:]*\d{1,7}$/iu;
/** Marks nobody sees, which address books of phones put around what is copied from them. */
const UNSEEN = /\p{Cf}/gu;
/** An opening plus, and between the digits what people write there; any kind of dash. */
const WRITTEN = /^\+?[\d\s().,/·•\p{Pd}]*$/u;

/** null: it may stand. */
export function phoneFault(text: string): PhoneFault | null {
  const written = text.replace(UNSEEN, '').trim();
  const digits = written.replace(EXTENSION, '').replaceAll(/\D/g, '').length;
  if (digits === 0) return { code: 'no_digits' };
  if (!WRITTEN.test(written.replace(EXTENSION, ''))) return { code: 'not_a_number' };
  if (digits < FEWEST_PHONE_DIGITS) return { code: 'too_few', digits };
  return digits > MOST_PHONE_DIGITS ? { code: 'too_many', digits } : null;
}

/** Of a way to reach somebody, as far as it is a number. */
export const contactPhoneFault = ({
  kind,
  value,
}: {
  readonly kind: string;
  readonly value: string;
}): PhoneFault | null => (kind === 'Email' ? null : phoneFault(value));
