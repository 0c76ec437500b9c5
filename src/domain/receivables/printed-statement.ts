/** What a statement says, kept as it was said: `backend/papers` prints it from this alone. */
import type { AddressCopy } from '../document-copy.ts';
import type { Cents } from '../money.ts';
import type { Day } from '../time.ts';
import type { StatementKind } from './statement.ts';

export type StatementLine = {
  readonly on: Day;
  /** "Invoice 4711", "Payment 1003" */
  readonly title: string;
  /** Of an invoice. */
  readonly dueDate: Day | null;
  /** What the document comes to; of a balance forward, what was entered on the day. */
  readonly amountCents: Cents;
  /** What is left of the document; of a balance forward, of the account after it. */
  readonly balanceCents: Cents;
};
export type PrintedStatement = {
  readonly company: AddressCopy;
  readonly number: number;
  readonly kind: StatementKind;
  readonly billTo: AddressCopy;
  readonly currency: string;
  /** The first day of a balance forward. */
  readonly from: Day | null;
  readonly asOf: Day;
  readonly openingCents: Cents;
  readonly lines: readonly StatementLine[];
  readonly closingCents: Cents;
  /** As `AGE_BUCKETS`, by due date. */
  readonly buckets: readonly Cents[];
  /** Paid and applied to nothing, below none. */
  readonly unappliedCents: Cents;
};
