/** Text as it is found again: without case, accents and punctuation, cut into words; phone numbers as digits. */

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Lower case without accents. NFKD takes most letters apart; the table has those it leaves whole. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS[letter]!);

/**
 * The words of a text, each a way to say it: `O'Brien` is [`obrien`] or [`o`, `brien`], so that both spellings find it.
 * The first way is the joined one.
 */
export function waysToSay(text: string): string[][][] {
  return plainLetters(text)
    .split(/\s+/)
    .flatMap((token) => {
      const parts = token.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      if (parts.length === 0) return [];
      return [parts.length === 1 ? [parts] : [[parts.join('')], parts]];
    });
}

/** Every word of a text once, joined and apart. */
export const wordsOf = (text: string): string[] => [...new Set(waysToSay(text).flat(2))];

/** So many digits are a whole number: one too few is a wrong one, not the beginning of another. */
export const WHOLE_NUMBER = 10;

/** Digits of a phone number without a leading US country code: +1 (617) 555-0142 is 6175550142. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** As mail is delivered in practice: case does not matter. */
export const plainEmail = (text: string): string => text.trim().toLowerCase();

/** What two contacts share that reach the same person: the address of an e-mail, the digits of a number. */
export const contactKey = ({ kind, value }: { readonly kind: string; readonly value: string }): string =>
  kind === 'Email' ? plainEmail(value) : phoneDigits(value);
