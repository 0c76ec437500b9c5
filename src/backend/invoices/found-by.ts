import { plainWords } from '../list-words.ts';

/** Its number, and the one it had in the system it was brought from. */
export const foundBy = ({
  number,
  externalKey,
}: {
  readonly number: number;
  readonly externalKey?: unknown;
}): string => plainWords(`${number} ${externalKey ?? ''}`);
