import { plainLetters } from '../customer/words.ts';

/** One code however it is written: without accents, in lower case. */
export const codeKey = (code: string): string => plainLetters(code).trim();
