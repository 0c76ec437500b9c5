/** Amounts typed beside what is open: a bill, an invoice, a credit. Cents; what is open of a credit is below none. */
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, centsFromDecimal, decimalOfCents, negateCents } from '#domain/money.ts';
import type { Allocated } from '#domain/oldest-first.ts';
import { typedNumber } from '../../lib/typed-number.ts';

/** By row, as it was typed: of a credit without its sign. */
export type Typed = Readonly<Record<Id, string>>;

export const NOTHING_TYPED: Typed = {};

/** All that is open, as it would be typed. */
export const wholeOf = (open: number): string => decimalOfCents(cents(Math.abs(open)));

/** null: nothing, or none, is typed; undefined: no amount. */
export function amountOf(open: number, text: string): Cents | null | undefined {
  const isCredit = open < 0;
  const plain = text.replace(isCredit ? /^\s*[-−]?\$?/ : /^\s*\$?/, '');
  const read = typedNumber(plain, centsFromDecimal);
  if (read === undefined) return undefined;
  if (read === null || read === 0) return null;
  return isCredit ? negateCents(cents(read)) : cents(read);
}

export const isTyped = (typed: Typed, id: Id): boolean => (typed[id] ?? '').trim() !== '';

/** As lines a rule of the domain proposes are typed; the others are emptied. */
export const typedOf = (lines: readonly Allocated[]): Typed =>
  Object.fromEntries(lines.map(({ id, cents: amount }) => [id, wholeOf(amount)]));
