/**
 * What a customer is told of their account (domain-rules §8, "Statements"), out of the ledger's entries alone: an open item
 * lists what is left of each document, a balance forward what was entered since it was told last. Both come to the
 * ledger's balance on that day.
 */
import { addCents, type Cents, cents, sumCents } from '../money.ts';
import type { Day } from '../time.ts';
import { type DocumentRef, type Entry, keyOf } from './ledger.ts';

export const STATEMENT_KINDS = ['OpenItem', 'BalanceForward'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What is left of a document at the end of the day. */
export type OpenItem = {
  readonly document: DocumentRef;
  readonly totalCents: Cents;
  readonly balanceCents: Cents;
};
/** What a document came to, or by how much that changed, on a day; and what stood on the account after it. */
export type AccountLine = {
  readonly document: DocumentRef;
  readonly on: Day;
  readonly cents: Cents;
  readonly balanceCents: Cents;
};
export type BalanceForward = {
  readonly openingCents: Cents;
  readonly lines: readonly AccountLine[];
  readonly closingCents: Cents;
};

/** Of the account at the end of a day. */
export const closingOf = (entries: readonly Entry[], asOf: Day): Cents =>
  sumCents(entries.filter(({ effectiveOn }) => effectiveOn <= asOf).map((one) => one.cents));

/** In the order the entries name them; what comes to nothing is not open. */
export function openItems(entries: readonly Entry[], asOf: Day): OpenItem[] {
  const items = new Map<string, { document: DocumentRef; totalCents: Cents; balanceCents: Cents }>();
  for (const { document, cause, cents: amount, effectiveOn } of entries) {
    if (effectiveOn > asOf) continue;
    const key = keyOf(document);
    const item = items.get(key) ?? { document, totalCents: cents(0), balanceCents: cents(0) };
    if (cause === 'Total') item.totalCents = addCents(item.totalCents, amount);
    item.balanceCents = addCents(item.balanceCents, amount);
    items.set(key, item);
  }
  return [...items.values()].filter(({ balanceCents }) => balanceCents !== 0);
}

/**
 * By day, then as the entries come. An application moves an amount within the account and comes to nothing, so it is no
 * line of its own; where only one of its documents is on this account (of other units, say), it is one of that document.
 */
export function balanceForward(entries: readonly Entry[], from: Day, asOf: Day): BalanceForward {
  const opening = sumCents(entries.filter(({ effectiveOn }) => effectiveOn < from).map((one) => one.cents));
  const inside = entries.filter(({ effectiveOn }) => effectiveOn >= from && effectiveOn <= asOf);
  const movedOn = ({ applicationId, effectiveOn }: Entry) => `${applicationId} ${effectiveOn}`;
  const moved = new Map<string, number>();
  for (const one of inside) moved.set(movedOn(one), (moved.get(movedOn(one)) ?? 0) + one.cents);
  const lines = new Map<string, { document: DocumentRef; on: Day; cents: Cents }>();
  for (const one of inside) {
    if (one.cause === 'Application' && moved.get(movedOn(one)) === 0) continue;
    const key = `${one.effectiveOn} ${keyOf(one.document)}`;
    const line = lines.get(key) ?? { document: one.document, on: one.effectiveOn, cents: cents(0) };
    line.cents = addCents(line.cents, one.cents);
    lines.set(key, line);
  }
  let balance = opening;
  const told = [...lines.values()]
    .filter((line) => line.cents !== 0)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((line): AccountLine => {
      balance = addCents(balance, line.cents);
      return { ...line, balanceCents: balance };
    });
  return { openingCents: opening, lines: told, closingCents: balance };
}
