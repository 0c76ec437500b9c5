/** What speaks for two records being one customer, in words: on the customer's page and in the rows of an import. */
import { DUPLICATE_REASONS, type DuplicateReason } from '#domain/customer/duplicate-score.ts';

const WORDS: Readonly<Record<DuplicateReason, string>> = {
  email: 'the same e-mail',
  phone: 'the same phone',
  name: 'the same name',
  nameSwapped: 'the same names in another order',
  nickname: 'a name that goes with this one',
  address: 'the same address',
  nameTypo: 'nearly the same name',
  nameInitial: 'the same initial and surname',
  addressUnit: 'the same house, the apartment given once',
  phoneDigit: 'a phone that differs in one digit',
  emailTypo: 'nearly the same e-mail',
  addressTypo: 'nearly the same address',
};

/** "the same phone and nearly the same name" */
export const duplicateReasonText = (reasons: readonly DuplicateReason[]): string =>
  new Intl.ListFormat('en-US').format(reasons.map((reason) => WORDS[reason]));

/** Several codes as rows of an import keep them: `phone,nameTypo`. */
export const duplicateCodes = (reasons: readonly DuplicateReason[]): string => reasons.join(',');

/** Of `duplicateCodes`; what rows kept before 2026-11-21, English words, is said as it stands. */
export function duplicateCodesText(codes: string): string {
  const reasons = codes.split(',').filter((one): one is DuplicateReason => isReason(one));
  return reasons.length > 0 ? duplicateReasonText(reasons) : codes;
}
const isReason = (text: string) => (DUPLICATE_REASONS as readonly string[]).includes(text);
