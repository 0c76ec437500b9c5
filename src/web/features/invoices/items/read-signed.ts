import { readPrice } from '../../../lib/read-decimal.ts';

/** A figure of at most four decimal places, below none where it goes back: "-25.00", "(25.00)". NaN for what is none. */
export function readSigned(typed: string): number {
  const [, minus, parenthesis, plain = ''] = /^\s*(?:([-−])|(\())?\s*(.*?)\)?\s*$/s.exec(typed) ?? [];
  const isClosed = typed.trim().endsWith(')');
  if (isClosed !== (parenthesis !== undefined)) return Number.NaN;
  const read = readPrice(plain);
  // Never -0, which no version of an item has.
  return (minus || parenthesis) && read !== 0 ? -read : read;
}
