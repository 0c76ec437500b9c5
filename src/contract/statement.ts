/** Statements: accounts as they were told to customers (domain-rules §8). */
import { z } from 'zod';
import { MOST_MAILED } from '#domain/receivables/customer-mail.ts';
import { STATEMENT_KINDS } from '#domain/receivables/statement.ts';
import { addressCopy } from './job-invoice.ts';
import { day, id, pageOf } from './scalars.ts';
import { stamped } from './stamp.ts';

const line = z.strictObject({
  on: day,
  title: z.string(),
  dueDate: day.nullable(),
  amountCents: z.int(),
  balanceCents: z.int(),
});
/** What it says; kept as it was said. */
export const said = z.strictObject({
  company: addressCopy,
  number: z.int(),
  kind: z.enum(STATEMENT_KINDS),
  billTo: addressCopy,
  currency: z.string(),
  from: day.nullable(),
  asOf: day,
  openingCents: z.int(),
  lines: z.array(line),
  closingCents: z.int(),
  buckets: z.array(z.int()),
  unappliedCents: z.int(),
});

/** One for each customer and currency with something to tell. `from`: of a balance forward. */
export const newStatements = z
  .strictObject({
    customerIds: z
      .array(id)
      .min(1)
      .max(MOST_MAILED)
      .refine((all) => new Set(all).size === all.length, 'names one twice'),
    kind: z.enum(STATEMENT_KINDS),
    from: day.nullable().default(null),
    asOf: day,
  })
  .refine(({ kind, from }) => (kind === 'BalanceForward') === (from !== null), {
    path: ['from'],
    message: 'is of a balance forward',
  })
  .refine(({ from, asOf }) => from === null || from <= asOf, {
    path: ['from'],
    message: 'is after the last day',
  });

export const statementSummary = z.strictObject({
  id,
  number: z.int(),
  kind: z.enum(STATEMENT_KINDS),
  customerId: id,
  customerName: z.string(),
  currency: z.string(),
  from: day.nullable(),
  asOf: day,
  closingCents: z.int(),
  made: stamped,
  /** By hand, or by an e-mail that has gone out. */
  sent: stamped.nullable(),
});
export const statementPage = pageOf(statementSummary);
export const statement = z.strictObject({ summary: statementSummary, said });
export const statementsMade = z.strictObject({ items: z.array(statementSummary) });
/** Not numbered: nothing is kept of it. */
export const statementPreview = z.strictObject({ items: z.array(said) });

export type StatementSummary = z.output<typeof statementSummary>;
export type StatementView = z.output<typeof statement>;
export type Said = z.output<typeof said>;
